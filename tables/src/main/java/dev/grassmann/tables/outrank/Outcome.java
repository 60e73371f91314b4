package dev.grassmann.tables.outrank;

import dev.grassmann.core.result.FeatureScore.Role;
import java.util.Arrays;

/**
 * What came of one item.
 *
 * @param feature the feature that was scored, its codes left out; null for pairs
 * @param scores one a batch, NaN where the batch did not score it
 */
record Outcome(Described feature, double[] scores) {
  /**
   * What stays of a feature.
   *
   * @param values number of distinct values in the scored rows
   * @param coverage rows with a value, in percent
   */
  record Described(String name, Role role, int values, double coverage) {
    static Described of(Feature feature) {
      return new Described(
          feature.name(), feature.role(), feature.codes().values(), feature.coverage());
    }
  }

  /** Batches that scored it. */
  int batches() {
    return (int) Arrays.stream(scores).filter(score -> !Double.isNaN(score)).count();
  }

  /** Median over the batches that scored it, NaN where none did. */
  double median() {
    return median(scores);
  }

  /** Standard deviation (n - 1) over the batches that scored it, NaN below two. */
  double sd() {
    double[] known = Arrays.stream(scores).filter(score -> !Double.isNaN(score)).toArray();
    if (known.length < 2) {
      return Double.NaN;
    }
    double mean = Arrays.stream(known).average().orElseThrow();
    double squares = Arrays.stream(known).map(x -> (x - mean) * (x - mean)).sum();
    return Math.sqrt(squares / (known.length - 1));
  }

  /** Median of the numbers that are there, the mean of the middle two where they are even. */
  static double median(double[] numbers) {
    double[] sorted = Arrays.stream(numbers).filter(x -> !Double.isNaN(x)).sorted().toArray();
    int n = sorted.length;
    return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }
}
