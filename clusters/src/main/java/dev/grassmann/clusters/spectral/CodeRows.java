package dev.grassmann.clusters.spectral;

import dev.grassmann.core.data.SparseMatrix;
import dev.grassmann.engine.Tensors;
import java.util.Arrays;
import org.bytedeco.pytorch.Tensor;

/** Coefficients of few entries a row, collected row by row; each row is put by one thread. */
public final class CodeRows {
  private final int n;
  private final int[][] atom;
  private final double[][] value;

  /**
   * @param n rows, and columns
   */
  public CodeRows(int n) {
    this.n = n;
    this.atom = new int[n][];
    this.value = new double[n][];
  }

  /** What point {@code row} is written with: {@code count} atoms, each named once. */
  public void put(int row, int[] atoms, double[] values, int count) {
    atom[row] = Arrays.copyOf(atoms, count);
    value[row] = Arrays.copyOf(values, count);
  }

  /** Row i holds what point i is written with. */
  public SparseMatrix toMatrix() {
    int[] start = new int[n + 1];
    for (int i = 0; i < n; i++) {
      start[i + 1] = Math.addExact(start[i], atom[i].length);
    }
    int[] column = new int[start[n]];
    double[] entry = new double[start[n]];
    for (int i = 0; i < n; i++) {
      System.arraycopy(atom[i], 0, column, start[i], atom[i].length);
      System.arraycopy(value[i], 0, entry, start[i], atom[i].length);
    }
    return SparseMatrix.of(n, start, column, entry);
  }

  /** The entries of a float64 matrix, n × n, that are not zero. */
  public static SparseMatrix of(Tensor dense) {
    int n = Math.toIntExact(dense.size(0));
    CodeRows rows = new CodeRows(n);
    int[] atoms = new int[n];
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      double[] row = Tensors.doubles(dense.narrow(0, i, 1));
      int count = 0;
      for (int j = 0; j < n; j++) {
        if (row[j] != 0) {
          atoms[count] = j;
          values[count++] = row[j];
        }
      }
      rows.put(i, atoms, values, count);
    }
    return rows.toMatrix();
  }
}
