package dev.grassmann.tables.baseline;

import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.Workers;
import dev.grassmann.tables.NearestMi;
import dev.grassmann.tables.Outcomes;
import dev.grassmann.tables.Sample;
import dev.grassmann.tables.Scaling;
import dev.grassmann.tables.Selector;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Mutual information of each feature with the outcome. Features, and outcomes that are numbers, are
 * divided by their standard deviation, and a ten-billionth of noise parts values that are alike.
 */
record NeighbourSelector(NeighbourConfig config) implements Selector {
  private static final double NOISE = 1e-10;

  @Override
  public Scaling.Kind scaling() {
    return Scaling.Kind.STANDARD;
  }

  @Override
  public double[] score(Sample training, Sample validation, Run run) {
    Outcomes outcomes = training.outcomes();
    double[] y =
        outcomes instanceof Outcomes.Numbers numbers
            ? parted(scaled(numbers.values()), run.random("outcomes apart"))
            : null;
    List<Double> scores =
        Workers.map(
            training.features(),
            "neighbours",
            run,
            () -> null,
            (j, none) -> {
              if (Arrays.stream(training.columns()[j]).distinct().limit(2).count() < 2) {
                return 0.0; // the noise that parts its values would say something by chance
              }
              double[] x = parted(training.columns()[j], run.random("values apart " + j));
              return outcomes instanceof Outcomes.Classes classes
                  ? NearestMi.withClass(
                      x, classes.codes(), classes.classes().size(), config.neighbours())
                  : NearestMi.withNumber(x, y, config.neighbours());
            });
    return scores.stream().mapToDouble(score -> score).toArray();
  }

  private static double[] scaled(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    double deviation = Math.sqrt(squares / values.length);
    return Arrays.stream(values).map(v -> deviation > 0 ? v / deviation : v).toArray();
  }

  private static double[] parted(double[] values, SplittableRandom random) {
    double size = Math.max(1, Arrays.stream(values).map(Math::abs).average().orElseThrow());
    return Arrays.stream(values).map(v -> v + NOISE * size * random.nextGaussian()).toArray();
  }
}
