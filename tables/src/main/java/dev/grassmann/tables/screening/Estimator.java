package dev.grassmann.tables.screening;

import java.util.function.LongFunction;
import java.util.random.RandomGenerator;

/** How the dependence of a column and the target is estimated. */
public enum Estimator {
  /** Mutual information of kernel densities, by fast Fourier transforms. */
  FFT_KDE("mutual information (kernel density)", "nats"),
  /** Mutual information by counting in bins. */
  BINS("mutual information (bins)", "nats"),
  /** Mutual information by distances to nearest neighbours. */
  KNN("mutual information (nearest neighbours)", "nats"),
  /** The size of Pearson's correlation: sees no more than a line. */
  PEARSON("|Pearson r|", "");

  private final String measure;
  private final String unit;

  Estimator(String measure, String unit) {
    this.measure = measure;
    this.unit = unit;
  }

  /** What a score is, for people. */
  String measure() {
    return measure;
  }

  String unit() {
    return unit;
  }

  /**
   * What scores the columns of one thread.
   *
   * @param generators draws for {@link #KNN}, by a number of the caller's
   */
  Measure measure(MiScreeningConfig config, LongFunction<RandomGenerator> generators) {
    return switch (this) {
      case FFT_KDE ->
          new KdeMeasure(
              config.kernel(),
              config.bandwidth(),
              config.bandwidthFactor(),
              config.grid(),
              config.classGrid());
      case BINS -> new BinMeasure();
      case KNN -> new NeighbourMeasure(config.neighbours(), generators);
      case PEARSON -> new PearsonMeasure();
    };
  }
}
