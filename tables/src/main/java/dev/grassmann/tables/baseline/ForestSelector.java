package dev.grassmann.tables.baseline;

import dev.grassmann.core.run.Run;
import dev.grassmann.tables.Sample;
import dev.grassmann.tables.Scaling;
import dev.grassmann.tables.Selector;
import dev.grassmann.tables.predict.RandomForest;
import java.util.Arrays;

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
  public boolean sharesThreads() {
    return true;
  }

  @Override
  public double[] score(Sample training, Sample validation, Run run) {
    // each takes about half of the time
    RandomForest.Forest forest = new RandomForest(config.trees()).fit(training, half(run, 0));
    double[] losses = forest.lossesWhenPermuted(validation, config.repeats(), half(run, 1));
    return Arrays.stream(losses).map(loss -> Math.max(0, loss)).toArray();
  }

  private static Run half(Run run, int which) {
    return run.but()
        .progress((stage, done, total) -> run.step(stage, which * total + done, 2 * total))
        .build();
  }
}
