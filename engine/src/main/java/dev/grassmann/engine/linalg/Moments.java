package dev.grassmann.engine.linalg;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * Mean and scatter of rows that come in any number of batches, in float64; two of them merge into
 * the one of all rows (Chan, Golub, LeVeque 1979), so that partitions can be worked on apart.
 *
 * <p>Sums are taken about a pivot, the mean of the first batch: without it, a large mean would eat
 * the digits of the scatter. Memory is 8 d² bytes. Not thread-safe: one a partition, then {@link
 * #merge}.
 */
public final class Moments {
  private final int d;
  private final int block;
  private long n;
  private double[] mean;
  private double[] scatter;

  /**
   * Of no rows yet.
   *
   * @param d numbers a row
   */
  public Moments(int d) {
    if (d < 1) {
      throw new IllegalArgumentException(d + " columns");
    }
    this.d = d;
    // twice as many rows as columns at least, so that the product outweighs adding its d² result
    this.block = Math.max(Math.min(1 << 16, (1 << 21) / d), 2 * d);
    this.mean = new double[d];
    this.scatter = new double[Math.multiplyExact(d, d)];
  }

  /** Of all rows of some vectors. */
  public static Moments of(Vectors rows) {
    Moments moments = new Moments(rows.d());
    moments.add(rows);
    return moments;
  }

  /**
   * As saved before.
   *
   * @param n rows, at least 0
   * @param mean d numbers
   * @param scatter sum of (x - mean)(x - mean)ᵀ, d × d
   */
  public static Moments of(long n, double[] mean, double[] scatter) {
    Moments moments = new Moments(mean.length);
    Sizes.require(scatter.length, mean.length, mean.length, "scatter");
    moments.n = n;
    moments.mean = mean.clone();
    moments.scatter = scatter.clone();
    return moments;
  }

  /** Adds all rows of some vectors, read once in blocks. */
  public void add(Vectors rows) {
    if (rows.d() != d) {
      throw new IllegalArgumentException("rows of " + rows.d() + " numbers, not " + d);
    }
    for (int from = 0; from < rows.n(); from += block) {
      int count = Math.min(block, rows.n() - from);
      try (Scope scope = Scope.open()) {
        addBlock(Tensors.of(rows, from, count).to(ScalarType.Double));
      }
    }
  }

  /** Adds rows that lie in an array, {@code count} × d. */
  public void add(float[] rows, int count) {
    try (Scope scope = Scope.open()) {
      addBlock(Tensors.of(rows, count, d).to(ScalarType.Double));
    }
  }

  /** Adds rows that lie in an array, {@code count} × d. */
  public void add(double[] rows, int count) {
    try (Scope scope = Scope.open()) {
      addBlock(Tensors.of(rows, count, d));
    }
  }

  /** The block's own mean is its pivot; the blocks then merge like partitions. */
  private void addBlock(Tensor rows) {
    long count = rows.size(0);
    if (count == 0) {
      return;
    }
    Tensor blockMean = rows.mean(0);
    Tensor centred = rows.sub_(blockMean);
    // what rounding left of the mean: taken out of the mean here, and out of the scatter by merging
    Tensor rest = centred.mean(0);
    double[] exact = Tensors.doubles(blockMean.add(rest));
    double[] product = Gram.of(centred.sub_(rest));
    mergeWith(count, exact, product);
  }

  /** Adds what another one has seen; the other one stays as it is. */
  public void merge(Moments other) {
    if (other.d != d) {
      throw new IllegalArgumentException("moments of " + other.d + " columns, not " + d);
    }
    mergeWith(other.n, other.mean, other.scatter);
  }

  /** M = M_a + M_b + (n_a n_b / n) δ δᵀ with δ the difference of the means. */
  private void mergeWith(long count, double[] otherMean, double[] otherScatter) {
    if (count == 0) {
      return;
    }
    long total = n + count;
    double weight = (double) n * count / total;
    double[] delta = new double[d];
    for (int j = 0; j < d; j++) {
      delta[j] = otherMean[j] - mean[j];
    }
    for (int i = 0; i < d; i++) {
      double scaled = weight * delta[i];
      int row = i * d;
      for (int j = 0; j < d; j++) {
        scatter[row + j] += otherScatter[row + j] + scaled * delta[j];
      }
    }
    double share = (double) count / total;
    for (int j = 0; j < d; j++) {
      mean[j] = n == 0 ? otherMean[j] : mean[j] + share * delta[j];
    }
    n = total;
  }

  /** Rows seen. */
  public long n() {
    return n;
  }

  public int d() {
    return d;
  }

  /** Mean of each column, d numbers. */
  public double[] mean() {
    requireRows(1);
    return mean.clone();
  }

  /** Sum of (x - mean)(x - mean)ᵀ, d × d. */
  public double[] scatter() {
    requireRows(1);
    return scatter.clone();
  }

  /** Scatter / (n - 1), d × d. */
  public double[] covariance() {
    requireRows(2);
    double[] covariance = scatter.clone();
    for (int i = 0; i < covariance.length; i++) {
      covariance[i] /= n - 1;
    }
    return covariance;
  }

  /** Variance of each column, with n - 1, d numbers. */
  public double[] variances() {
    requireRows(2);
    double[] variances = new double[d];
    for (int j = 0; j < d; j++) {
      variances[j] = scatter[j * d + j] / (n - 1);
    }
    return variances;
  }

  private void requireRows(int least) {
    if (n < least) {
      throw new InputException(
          "moments of " + n + " rows were asked for", "", "give at least " + least + " rows");
    }
  }
}
