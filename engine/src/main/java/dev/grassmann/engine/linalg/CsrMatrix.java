package dev.grassmann.engine.linalg;

import dev.grassmann.engine.RowRanges;
import java.util.Arrays;

/**
 * A symmetric sparse matrix in compressed rows, e.g. the affinity of a graph. Immutable.
 *
 * <p>Applying it reads each stored entry once for all columns; rows are shared among threads.
 */
public final class CsrMatrix implements SymmetricOperator {
  private final int n;
  private final int[] rowStart;
  private final int[] column;
  private final double[] value;

  private CsrMatrix(int n, int[] rowStart, int[] column, double[] value) {
    this.n = n;
    this.rowStart = rowStart;
    this.column = column;
    this.value = value;
  }

  /**
   * Of compressed rows; both triangles are stored, and symmetry is the caller's promise. The arrays
   * are copied.
   *
   * @param rowStart n + 1 places: the entries of row i are {@code rowStart[i] .. rowStart[i + 1]}
   * @param column column of each entry
   * @param value value of each entry
   */
  public static CsrMatrix of(int[] rowStart, int[] column, double[] value) {
    int n = rowStart.length - 1;
    if (n < 0 || rowStart[0] != 0 || rowStart[n] != column.length || rowStart[n] != value.length) {
      throw new IllegalArgumentException("row starts and entries do not fit each other");
    }
    for (int i = 0; i < n; i++) {
      if (rowStart[i] > rowStart[i + 1]) {
        throw new IllegalArgumentException("row " + i + " ends before it starts");
      }
    }
    for (int j : column) {
      if (j < 0 || j >= n) {
        throw new IllegalArgumentException("column " + j + " of " + n);
      }
    }
    return new CsrMatrix(n, rowStart.clone(), column.clone(), value.clone());
  }

  /**
   * (W + Wᵀ) / 2 of entries in any order, those of one place added up: how directed neighbour lists
   * become a graph.
   *
   * @param row row of each entry, 0 to n - 1
   * @param column column of each entry, 0 to n - 1
   * @param value value of each entry
   */
  public static CsrMatrix symmetrised(int n, int[] row, int[] column, double[] value) {
    int[] start = new int[n + 1];
    for (int e = 0; e < row.length; e++) {
      start[row[e] + 1]++;
      start[column[e] + 1]++;
    }
    for (int i = 0; i < n; i++) {
      start[i + 1] = Math.addExact(start[i], start[i + 1]);
    }
    long[] place = new long[2 * row.length]; // column above, entry below: sorts by column
    int[] next = start.clone();
    for (int e = 0; e < row.length; e++) {
      place[next[row[e]]++] = ((long) column[e] << 32) | e;
      place[next[column[e]]++] = ((long) row[e] << 32) | e;
    }
    int[] merged = new int[place.length];
    double[] sum = new double[place.length];
    int[] rowStart = new int[n + 1];
    int used = 0;
    for (int i = 0; i < n; i++) {
      Arrays.sort(place, start[i], start[i + 1]);
      int first = used;
      for (int p = start[i]; p < start[i + 1]; p++) {
        int j = (int) (place[p] >>> 32);
        if (used == first || merged[used - 1] != j) {
          merged[used++] = j;
        }
        sum[used - 1] += 0.5 * value[(int) place[p]];
      }
      rowStart[i + 1] = used;
    }
    return new CsrMatrix(n, rowStart, Arrays.copyOf(merged, used), Arrays.copyOf(sum, used));
  }

  @Override
  public int n() {
    return n;
  }

  /** Number of stored entries. */
  public int entries() {
    return value.length;
  }

  /** Sum of each row: the degrees of a graph. */
  public double[] rowSums() {
    double[] sums = new double[n];
    for (int i = 0; i < n; i++) {
      for (int p = rowStart[i]; p < rowStart[i + 1]; p++) {
        sums[i] += value[p];
      }
    }
    return sums;
  }

  /**
   * D^-1/2 · W · D^-1/2 with D the row sums. Rows without weight stay zero; its eigenvalues lie in
   * [-1, 1] where no weight is negative, and 1 comes as often as the graph has components.
   */
  public CsrMatrix normalised() {
    double[] scale = rowSums();
    for (int i = 0; i < n; i++) {
      scale[i] = scale[i] > 0 ? 1 / Math.sqrt(scale[i]) : 0;
    }
    double[] scaled = value.clone();
    for (int i = 0; i < n; i++) {
      for (int p = rowStart[i]; p < rowStart[i + 1]; p++) {
        scaled[p] *= scale[i] * scale[column[p]];
      }
    }
    return new CsrMatrix(n, rowStart, column, scaled);
  }

  /** For each node the number of its connected component, numbered by their smallest node. */
  public int[] components() {
    int[] component = new int[n];
    Arrays.fill(component, -1);
    int[] stack = new int[n];
    int found = 0;
    for (int seed = 0; seed < n; seed++) {
      if (component[seed] >= 0) {
        continue;
      }
      int top = 0;
      stack[top++] = seed;
      component[seed] = found;
      while (top > 0) {
        int i = stack[--top];
        for (int p = rowStart[i]; p < rowStart[i + 1]; p++) {
          int j = column[p];
          if (value[p] != 0 && component[j] < 0) {
            component[j] = found;
            stack[top++] = j;
          }
        }
      }
      found++;
    }
    return component;
  }

  @Override
  public void apply(double[] x, int columns, double[] y) {
    Sizes.require(x.length, n, columns, "x");
    Sizes.require(y.length, n, columns, "y");
    if (columns == 1) {
      RowRanges.forEach(n, 256, (from, to) -> applyRows(x, y, from, to));
    } else {
      RowRanges.forEach(n, 256, (from, to) -> applyRows(x, columns, y, from, to));
    }
  }

  private void applyRows(double[] x, double[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      double sum = 0;
      int end = rowStart[i + 1];
      for (int p = rowStart[i]; p < end; p++) {
        sum += value[p] * x[column[p]];
      }
      y[i] = sum;
    }
  }

  private void applyRows(double[] x, int columns, double[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      int out = i * columns;
      Arrays.fill(y, out, out + columns, 0);
      for (int p = rowStart[i]; p < rowStart[i + 1]; p++) {
        double weight = value[p];
        int in = column[p] * columns;
        for (int c = 0; c < columns; c++) {
          y[out + c] += weight * x[in + c];
        }
      }
    }
  }
}
