package dev.grassmann.clusters.metrics;

import dev.grassmann.core.data.Vectors;
import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import dev.grassmann.engine.linalg.Cholesky;
import dev.grassmann.engine.linalg.Gram;
import dev.grassmann.engine.linalg.Svd;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;

/**
 * How linear features are in given classes: each class in a subspace of few dimensions, different
 * classes at right angles, all together spread. Coding rates are natural logarithms, without the
 * factor 1/2 of the codes around maximal coding rate reduction (Yu and others 2020).
 *
 * @param rate R(Z) = log det(I + d / (n ε²) ZᵀZ)
 * @param classRate R_c = Σ_k n_k/n log det(I + d / (n_k ε²) Z_kᵀZ_k)
 * @param codingLength Σ_k (n_k + d)/2 log det(I + d / (n_k ε²) Z_kᵀZ_k) + n_k log(n / n_k), in nats
 * @param rank least number of directions that hold more than 95 % of all squared length
 * @param classRanks the same for each class, 0 for an empty one
 * @param cosines mean |cosine| between rows of two classes, classes × classes; within a class of
 *     different rows; NaN where there is no pair
 * @param across mean |cosine| over all pairs of rows of different classes; NaN where there are none
 */
public record LinearStructure(
    double rate,
    double classRate,
    double codingLength,
    int rank,
    int[] classRanks,
    double[][] cosines,
    double across) {
  private static final double HELD = 0.95;
  private static final int BLOCK = 1_024;

  /**
   * @param z n × d features, no row zero
   * @param labels class of each row, 0 to {@code classes - 1}
   * @param eps2 squared distortion ε², above 0
   */
  public static LinearStructure of(Vectors z, int[] labels, int classes, double eps2) {
    if (labels.length != z.n()) {
      throw new IllegalArgumentException(labels.length + " classes, " + z.n() + " rows");
    }
    int d = z.d();
    int n = z.n();
    int[] ranks = new int[classes];
    double classRate = 0;
    double length = 0;
    double rate;
    int rank;
    try (Scope scope = Scope.open()) {
      Tensor all = Tensors.of(z);
      double[] gram = Gram.of(all);
      rate = rate(gram, d, n, eps2);
      rank = rank(gram, d);
      for (int c = 0; c < classes; c++) {
        int k = c;
        int[] members = IntStream.range(0, n).filter(i -> labels[i] == k).toArray();
        if (members.length > 0) {
          double[] own = Gram.of(all.index_select(0, Tensors.of(members)));
          double bits = rate(own, d, members.length, eps2);
          ranks[c] = rank(own, d);
          classRate += bits * members.length / n;
          length +=
              (members.length + d) / 2.0 * bits
                  + members.length * Math.log((double) n / members.length);
        }
      }
    }
    double[][] sums = cosineSums(z, labels, classes);
    int[] size = new int[classes];
    Arrays.stream(labels).forEach(label -> size[label]++);
    return new LinearStructure(
        rate, classRate, length, rank, ranks, means(sums, size), across(sums, size));
  }

  /** R - R_c, which maximal coding rate reduction makes large. */
  public double reduction() {
    return rate - classRate;
  }

  /** Mean of the classes' ranks. */
  public double meanClassRank() {
    return Arrays.stream(classRanks).average().orElse(Double.NaN);
  }

  private static double rate(double[] gram, int d, int n, double eps2) {
    double scale = d / (n * eps2);
    return Cholesky.of(Arrays.stream(gram).map(x -> x * scale).toArray(), d, 1).logDeterminant();
  }

  private static int rank(double[] gram, int d) {
    double[] squares = Svd.values(gram, d, d); // of a Gram matrix: squared lengths
    double whole = Arrays.stream(squares).sum();
    double sum = 0;
    for (int r = 0; r < d; r++) {
      sum += squares[r];
      if (sum > HELD * whole) {
        return r + 1;
      }
    }
    return d;
  }

  /** Sums of |cosines| over pairs of rows, a row with itself included. */
  private static double[][] cosineSums(Vectors z, int[] labels, int classes) {
    int n = z.n();
    double[][] sums = new double[classes][classes];
    float[] belongs = new float[n * classes];
    for (int i = 0; i < n; i++) {
      belongs[i * classes + labels[i]] = 1;
    }
    try (Scope outer = Scope.open()) {
      Tensor rows = Tensors.of(z);
      Tensor unit = rows.div(rows.square().sum(1).sqrt().unsqueeze(1));
      Tensor groups = Tensors.of(belongs, n, classes);
      for (int from = 0; from < n; from += BLOCK) {
        int count = Math.min(BLOCK, n - from);
        try (Scope scope = Scope.open()) {
          Tensor some = unit.narrow(0, from, count);
          double[] block = Tensors.doubles(some.matmul(unit.t()).abs().matmul(groups));
          for (int i = 0; i < count; i++) {
            for (int c = 0; c < classes; c++) {
              sums[labels[from + i]][c] += block[i * classes + c];
            }
          }
        }
      }
    }
    return sums;
  }

  private static double[][] means(double[][] sums, int[] size) {
    double[][] means = new double[size.length][size.length];
    for (int a = 0; a < size.length; a++) {
      for (int b = 0; b < size.length; b++) {
        double pairs = (double) size[a] * (a == b ? size[a] - 1 : size[b]);
        means[a][b] = pairs == 0 ? Double.NaN : (sums[a][b] - (a == b ? size[a] : 0)) / pairs;
      }
    }
    return means;
  }

  private static double across(double[][] sums, int[] size) {
    double sum = 0;
    double pairs = 0;
    for (int a = 0; a < size.length; a++) {
      for (int b = 0; b < size.length; b++) {
        sum += a == b ? 0 : sums[a][b];
        pairs += a == b ? 0 : (double) size[a] * size[b];
      }
    }
    return pairs == 0 ? Double.NaN : sum / pairs;
  }
}
