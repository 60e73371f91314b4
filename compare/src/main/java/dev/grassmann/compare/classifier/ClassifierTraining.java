package dev.grassmann.compare.classifier;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.Device;
import dev.grassmann.engine.LibTorch;
import dev.grassmann.engine.layers.ParameterSet;
import dev.grassmann.engine.train.ArrayParameter;
import dev.grassmann.engine.train.Trainer;
import dev.grassmann.engine.train.TrainingPlan;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Trains a {@link Classifier} by cross-entropy.
 *
 * <pre>{@code
 * Architecture network = Architecture.mlp(64, List.of(24, 16), 10);
 * Classifier model =
 *     new ClassifierTraining(network, TrainingPlan.ofEpochs(60, 64)).train(rows, labels, run);
 * }</pre>
 *
 * @param plan how long, how many rows a step, and how the weights move
 */
public record ClassifierTraining(Architecture network, TrainingPlan plan) {
  /**
   * Trains from a start that the run's seed draws.
   *
   * @param rows n × inputs
   * @param labels class of each row, from 0
   * @throws InputException where sizes or labels do not fit the network
   */
  public Classifier train(Vectors rows, int[] labels, Run run) {
    check(rows, labels);
    LibTorch.start(run);
    try (ParameterSet set = new ParameterSet(run.random("classifier"), Device.of(run))) {
      ClassifierLearner learner = new ClassifierLearner(network, set, labels);
      new Trainer(plan, run).train(learner, rows);
      Map<String, WeightArray> weights = new LinkedHashMap<>();
      for (ArrayParameter copy : set.copies()) {
        double[] values = new double[copy.values().length];
        Arrays.setAll(values, i -> copy.values()[i]);
        weights.put(copy.name(), new WeightArray(values, copy.shape()));
      }
      return new Classifier(network, weights);
    }
  }

  private void check(Vectors rows, int[] labels) {
    if (rows.n() != labels.length || rows.d() != network.inputs()) {
      throw new InputException(
          rows.n()
              + " rows of "
              + rows.d()
              + " numbers and "
              + labels.length
              + " labels for a network of "
              + network.inputs()
              + " inputs",
          "",
          "give one label a row, and rows of the network's size");
    }
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] < 0 || labels[i] >= network.classes()) {
        throw new InputException(
            "class " + labels[i] + " of " + network.classes(),
            "row " + i,
            "number the classes from 0");
      }
    }
  }
}
