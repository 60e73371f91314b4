package dev.grassmann.tables.kan;

import dev.grassmann.core.run.Run;
import dev.grassmann.tables.Sample;
import dev.grassmann.tables.Scaling;
import dev.grassmann.tables.Selector;
import dev.grassmann.tables.kan.KanConfig.Space;

/** Trains a network on the training rows and scores its columns on the rows held out. */
record KanSelector(Score score, int hidden, KanConfig config) implements Selector {
  /** The four scores. */
  enum Score {
    L1,
    L2,
    SI,
    KO;

    /** One number a feature, not divided by their sum. */
    double[] of(KanTraining training, Sample sample, KanConfig config, Run run) {
      KanNetwork network = training.network();
      float[] x = sample.rowMajor();
      int rows = sample.rows();
      boolean released = config.space() == Space.CONTRIBUTIONS;
      return switch (this) {
        case L1 -> norms(network, x, rows, config).l1();
        case L2 -> norms(network, x, rows, config).l2();
        case SI ->
            released ? Saliency.ofAll(network, x, rows) : Saliency.byOutput(network, x, rows);
        case KO -> {
          Objective objective = training.objective(sample.outcomes());
          double[] rises = Knockout.rises(network, objective, x, rows, run);
          for (int j = 0; released && j < rises.length; j++) {
            rises[j] = Math.max(0, rises[j]);
          }
          yield rises;
        }
      };
    }

    private static Norms.Sums norms(KanNetwork network, float[] x, int rows, KanConfig config) {
      return config.space() == Space.COEFFICIENTS
          ? Norms.coefficients(network.first())
          : Norms.contributions(network.first(), x, rows, config.center());
    }
  }

  @Override
  public Scaling.Kind scaling() {
    return config.scaling();
  }

  @Override
  public boolean keepsCheckpoints() {
    return true;
  }

  @Override
  public double[] score(Sample training, Sample validation, Run run) {
    KanTraining trained = KanTraining.on(training, hidden, config, run);
    return score.of(trained, validation, config, run);
  }
}
