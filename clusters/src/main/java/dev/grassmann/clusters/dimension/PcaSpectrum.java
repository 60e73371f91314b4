package dev.grassmann.clusters.dimension;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.engine.linalg.Moments;
import dev.grassmann.engine.linalg.Products;
import dev.grassmann.engine.linalg.SymmetricEigen;
import java.util.Arrays;

/**
 * Variances along the principal directions of data.
 *
 * @param variances in descending order, min(n - 1, d) of them or fewer; not below 0
 */
public record PcaSpectrum(double[] variances) {
  /** Up to this dimension the covariance is decomposed; beyond it and below n, the Gram matrix. */
  private static final int DENSE = 6_000;

  public PcaSpectrum {
    variances = variances.clone();
  }

  /** A copy of the variances. */
  @Override
  public double[] variances() {
    return variances.clone();
  }

  /**
   * All principal variances, from the d × d covariance or, where there are fewer rows than
   * dimensions, from the n × n Gram matrix, which has the same ones.
   *
   * @throws InputException where both n and d are beyond 6,000
   */
  public static PcaSpectrum of(Vectors vectors) {
    int n = vectors.n();
    int d = vectors.d();
    if (Math.min(n, d) > DENSE) {
      throw new InputException(
          n + " rows of " + d + " dimensions are too many for a whole spectrum",
          "",
          "look at a sample of at most 6,000 rows");
    }
    double[] matrix = d <= n ? Moments.of(vectors).covariance() : centredGram(vectors);
    int size = Math.min(n, d);
    double[] values = SymmetricEigen.of(matrix, size).values();
    double[] variances = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      variances[i] = Math.max(0, values[i]);
    }
    Arrays.sort(variances);
    for (int i = 0; i < variances.length / 2; i++) {
      double last = variances[variances.length - 1 - i];
      variances[variances.length - 1 - i] = variances[i];
      variances[i] = last;
    }
    return new PcaSpectrum(variances);
  }

  private static double[] centredGram(Vectors vectors) {
    int n = vectors.n();
    int d = vectors.d();
    double[] rows = new double[Math.multiplyExact(n, d)];
    double[] mean = new double[d];
    float[] row = new float[d];
    for (int i = 0; i < n; i++) {
      vectors.copyRow(i, row);
      for (int j = 0; j < d; j++) {
        rows[i * d + j] = row[j];
        mean[j] += row[j] / (double) n;
      }
    }
    for (int at = 0; at < rows.length; at++) {
      rows[at] -= mean[at % d];
    }
    double[] gram = Products.multiplyTransposed(rows, rows, n, d, n);
    for (int at = 0; at < gram.length; at++) {
      gram[at] /= n - 1.0;
    }
    return gram;
  }

  /** Sum of all variances. */
  public double total() {
    double sum = 0;
    for (double variance : variances) {
      sum += variance;
    }
    return sum;
  }

  /** Directions that hold this share of the variance, at least 1; 0 where nothing varies. */
  public int dimensions(double share) {
    double total = total();
    double sum = 0;
    for (int k = 0; k < variances.length && total > 0; k++) {
      sum += variances[k];
      if (sum >= share * total) {
        return k + 1;
      }
    }
    return total > 0 ? variances.length : 0;
  }

  /** exp of the entropy of the variances' shares (Roy, Vetterli 2007): how many matter alike. */
  public double effectiveRank() {
    double total = total();
    double entropy = 0;
    for (double variance : variances) {
      if (variance > 0) {
        entropy -= variance / total * Math.log(variance / total);
      }
    }
    return total > 0 ? Math.exp(entropy) : 0;
  }
}
