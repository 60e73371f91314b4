package dev.grassmann.clusters.molrg;

import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.Workers;
import java.util.Arrays;
import java.util.List;

/**
 * How near samples are to the points that a denoiser was trained on.
 *
 * @param nearest training point nearest to each sample
 * @param ratio distance to it over the distance to the second nearest
 * @param similarity largest cosine with any training point
 */
public record Memorisation(int[] nearest, double[] ratio, double[] similarity) {
  /** Below this ratio a sample is a training point come back. */
  static final double REPEATED = 1.0 / 3;

  private record One(int nearest, double ratio, double similarity) {}

  /**
   * @param samples rows × d
   * @param training at least two points of the same dimension
   */
  static Memorisation of(double[] samples, Vectors training, Run run) {
    int d = training.d();
    int count = samples.length / d;
    float[] rows = training.toArray();
    List<One> all =
        Workers.map(
            count,
            "nearest training points",
            run,
            () -> null,
            (i, none) -> one(samples, i, rows, d));
    return new Memorisation(
        all.stream().mapToInt(One::nearest).toArray(),
        all.stream().mapToDouble(One::ratio).toArray(),
        all.stream().mapToDouble(One::similarity).toArray());
  }

  private static One one(double[] samples, int i, float[] rows, int d) {
    double first = Double.POSITIVE_INFINITY;
    double second = Double.POSITIVE_INFINITY;
    double most = -1;
    int nearest = 0;
    double own = 0;
    for (int j = 0; j < d; j++) {
      own += samples[i * d + j] * samples[i * d + j];
    }
    for (int t = 0; t < rows.length / d; t++) {
      double square = 0;
      double product = 0;
      double length = 0;
      for (int j = 0; j < d; j++) {
        double x = rows[t * d + j];
        double y = samples[i * d + j];
        square += (x - y) * (x - y);
        product += x * y;
        length += x * x;
      }
      if (square < first) {
        second = first;
        first = square;
        nearest = t;
      } else if (square < second) {
        second = square;
      }
      double both = Math.sqrt(length * own);
      most = both > 0 ? Math.max(most, product / both) : most;
    }
    return new One(nearest, second > 0 ? Math.sqrt(first / second) : 1, most);
  }

  /** Share of samples that repeat a training point. */
  double repeated() {
    return Arrays.stream(ratio).filter(r -> r < REPEATED).count() / (double) ratio.length;
  }

  /** Share of samples whose similarity to all training points is below a bound. */
  double generalisation(double bound) {
    return Arrays.stream(similarity).filter(s -> s < bound).count() / (double) similarity.length;
  }
}
