package dev.grassmann.clusters.spectral;

import dev.grassmann.core.data.SparseMatrix;
import dev.grassmann.engine.linalg.CsrMatrix;
import dev.grassmann.engine.linalg.SymmetricOperator;
import java.util.Arrays;

/** A graph of few edges. Immutable. */
public final class SparseAffinity implements Affinity {
  private final SparseMatrix weights;
  private final CsrMatrix matrix;

  private SparseAffinity(SparseMatrix weights) {
    this.weights = weights;
    this.matrix = CsrMatrix.of(weights.starts(), weights.columnNumbers(), weights.values());
  }

  /**
   * (|C| + |C|ᵀ) / 2 after scaling; with {@code top} above 0, only the largest of it for each
   * point, and made symmetric once more.
   *
   * @param codes C, n × n: row i holds what point i is written with
   * @param top neighbours kept a point, or 0 for all
   */
  public static SparseAffinity of(SparseMatrix codes, Scaling scaling, int top) {
    SparseMatrix both = symmetrised(scaled(codes, scaling));
    return new SparseAffinity(top == 0 ? both : symmetrised(Top.ofRows(both, top)));
  }

  /** (W + Wᵀ) / 2 of directed weights, n × n, that are not negative. */
  public static SparseAffinity of(SparseMatrix directed) {
    return new SparseAffinity(symmetrised(directed));
  }

  private static SparseMatrix scaled(SparseMatrix codes, Scaling scaling) {
    int[] start = codes.starts();
    double[] value = codes.values();
    for (int i = 0; i < codes.rows(); i++) {
      double size = 0;
      for (int e = start[i]; e < start[i + 1]; e++) {
        value[e] = Math.abs(value[e]);
        size = scaling == Scaling.MAX ? Math.max(size, value[e]) : size + value[e] * value[e];
      }
      if (scaling != Scaling.NONE && size > 0) {
        double scale = scaling == Scaling.MAX ? size : Math.sqrt(size);
        for (int e = start[i]; e < start[i + 1]; e++) {
          value[e] /= scale;
        }
      }
    }
    return SparseMatrix.of(codes.columns(), start, codes.columnNumbers(), value);
  }

  /** (M + Mᵀ) / 2, by merging each row with the same column. */
  private static SparseMatrix symmetrised(SparseMatrix m) {
    SparseMatrix turned = m.transpose();
    int n = m.rows();
    int[] start = new int[n + 1];
    int[] column = new int[Math.multiplyExact(2, m.entries())];
    double[] value = new double[column.length];
    int used = 0;
    for (int i = 0; i < n; i++) {
      int a = m.start(i);
      int b = turned.start(i);
      int aEnd = m.start(i + 1);
      int bEnd = turned.start(i + 1);
      while (a < aEnd || b < bEnd) {
        int left = a < aEnd ? m.column(a) : n;
        int right = b < bEnd ? turned.column(b) : n;
        double sum = 0;
        if (left <= right) {
          sum += m.value(a++);
        }
        if (right <= left) {
          sum += turned.value(b++);
        }
        column[used] = Math.min(left, right);
        value[used++] = sum / 2;
      }
      start[i + 1] = used;
    }
    return SparseMatrix.of(n, start, column, value);
  }

  /** W, n × n. */
  public SparseMatrix weights() {
    return weights;
  }

  @Override
  public int n() {
    return weights.rows();
  }

  @Override
  public double[] degrees() {
    return matrix.rowSums();
  }

  @Override
  public double[] row(int i) {
    double[] row = new double[n()];
    for (int e = weights.start(i); e < weights.start(i + 1); e++) {
      row[weights.column(e)] = weights.value(e);
    }
    return row;
  }

  @Override
  public SymmetricOperator normalised() {
    return matrix.normalised();
  }

  @Override
  public int[] components() {
    return matrix.components();
  }

  @Override
  public double[][] groupMeans(int[] group, int groups) {
    double[][] means = new double[groups][groups];
    int[] size = new int[groups];
    for (int i = 0; i < n(); i++) {
      size[group[i]]++;
      for (int e = weights.start(i); e < weights.start(i + 1); e++) {
        means[group[i]][group[weights.column(e)]] += weights.value(e);
      }
    }
    for (int a = 0; a < groups; a++) {
      for (int b = 0; b < groups; b++) {
        means[a][b] /= (double) size[a] * size[b];
      }
    }
    return means;
  }

  @Override
  public SparseAffinity restrict(int[] members) {
    int[] place = new int[n()];
    Arrays.fill(place, -1);
    for (int m = 0; m < members.length; m++) {
      place[members[m]] = m;
    }
    int[] start = new int[members.length + 1];
    int edges = 0;
    for (int m = 0; m < members.length; m++) {
      edges += weights.start(members[m] + 1) - weights.start(members[m]);
    }
    int[] column = new int[edges];
    double[] value = new double[edges];
    int used = 0;
    for (int m = 0; m < members.length; m++) {
      for (int e = weights.start(members[m]); e < weights.start(members[m] + 1); e++) {
        int to = place[weights.column(e)];
        if (to >= 0) {
          column[used] = to;
          value[used++] = weights.value(e);
        }
      }
      start[m + 1] = used;
    }
    return new SparseAffinity(SparseMatrix.of(members.length, start, column, value));
  }
}
