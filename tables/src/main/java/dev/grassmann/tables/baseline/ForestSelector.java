package dev.grassmann.tables.baseline;

import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.Workers;
import dev.grassmann.tables.Outcomes;
import dev.grassmann.tables.Sample;
import dev.grassmann.tables.Scaling;
import dev.grassmann.tables.Selector;
import dev.grassmann.tables.predict.Quality;
import dev.grassmann.tables.predict.RandomForest;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What a forest's accuracy, or explained variance, on rows held out loses when a feature's numbers
 * there are permuted; losses below 0 count as 0.
 */
record ForestSelector(ForestConfig config) implements Selector {
  @Override
  public Scaling.Kind scaling() {
    return Scaling.Kind.NONE; // trees ask for order only
  }

  @Override
  public double[] score(Sample training, Sample validation, Run run) {
    RandomForest.Forest forest = new RandomForest(config.trees()).fit(training, run);
    double whole = quality(forest, validation);
    List<Double> losses =
        Workers.map(
            training.features(),
            "permuting",
            run,
            () -> null,
            (feature, none) -> {
              if (!forest.asks(feature)) {
                return 0.0;
              }
              double sum = 0;
              for (int repeat = 0; repeat < config.repeats(); repeat++) {
                RandomGenerator random = run.random("permuting " + feature + " " + repeat);
                sum += whole - quality(forest, permuted(validation, feature, random));
              }
              return Math.max(0, sum / config.repeats());
            });
    return losses.stream().mapToDouble(loss -> loss).toArray();
  }

  private static double quality(RandomForest.Forest forest, Sample sample) {
    double[][] outputs = forest.outputs(sample);
    return sample.outcomes() instanceof Outcomes.Classes classes
        ? Quality.accuracy(outputs, classes.codes())
        : Quality.explained(outputs[0], ((Outcomes.Numbers) sample.outcomes()).values());
  }

  private static Sample permuted(Sample sample, int feature, RandomGenerator random) {
    double[][] columns = sample.columns().clone();
    double[] shuffled = columns[feature].clone();
    for (int i = shuffled.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      double moved = shuffled[i];
      shuffled[i] = shuffled[j];
      shuffled[j] = moved;
    }
    columns[feature] = shuffled;
    return new Sample(columns, sample.outcomes());
  }
}
