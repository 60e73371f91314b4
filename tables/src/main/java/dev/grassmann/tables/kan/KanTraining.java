package dev.grassmann.tables.kan;

import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.train.OptimiserPlan;
import dev.grassmann.engine.train.Trainer;
import dev.grassmann.engine.train.TrainingPlan;
import dev.grassmann.tables.Outcomes;
import dev.grassmann.tables.Sample;
import java.util.Arrays;

/**
 * A network trained on a sample, with what its outputs stand for.
 *
 * @param network d inputs, one hidden layer, one output a class or one
 * @param shift what was taken off a number before it was divided; 0 for classes
 * @param factor what numbers were divided by; 1 for classes
 */
record KanTraining(KanNetwork network, double shift, double factor) {
  /**
   * Trains.
   *
   * @param hidden units of the hidden layer
   */
  static KanTraining on(Sample sample, int hidden, KanConfig config, Run run) {
    double shift = 0;
    double factor = 1;
    if (sample.outcomes() instanceof Outcomes.Numbers numbers && !config.rawTarget()) {
      shift = Arrays.stream(numbers.values()).average().orElseThrow();
      double mean = shift;
      double squares = Arrays.stream(numbers.values()).map(v -> (v - mean) * (v - mean)).sum();
      factor = squares > 0 ? Math.sqrt(squares / numbers.rows()) : 1;
    }
    KanTraining untrained = new KanTraining(null, shift, factor);
    Objective objective = untrained.objective(sample.outcomes());
    KanNetwork network =
        KanNetwork.untrained(
            new SplineGrid(config.grid(), config.order()),
            new int[] {sample.features(), hidden, objective.outputs()},
            run.random("kan start"));
    TrainingPlan plan =
        TrainingPlan.ofEpochs(config.epochs(), config.batch())
            .with(OptimiserPlan.adam(config.rate()));
    Vectors rows = Vectors.of(sample.rowMajor(), sample.rows(), sample.features());
    new Trainer(plan, run).train(new KanLearner(network, objective, run.threads()), rows);
    return new KanTraining(network, shift, factor);
  }

  /** What the network was trained by, for these outcomes. */
  Objective objective(Outcomes outcomes) {
    if (outcomes instanceof Outcomes.Numbers numbers) {
      double[] scaled = numbers.values().clone();
      for (int i = 0; i < scaled.length; i++) {
        scaled[i] = (scaled[i] - shift) / factor;
      }
      return new Objective.SquaredError(scaled);
    }
    return Objective.of(outcomes);
  }

  /** Numbers that the network gives for a sample, as the outcomes are; for regression. */
  double[] predictions(Sample sample) {
    float[] y = network.outputs(sample.rowMajor(), sample.rows());
    double[] predictions = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      predictions[i] = y[i] * factor + shift;
    }
    return predictions;
  }
}
