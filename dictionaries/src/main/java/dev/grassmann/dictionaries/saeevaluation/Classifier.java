package dev.grassmann.dictionaries.saeevaluation;

import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import dev.grassmann.dictionaries.measure.LinearReadout;
import java.util.Arrays;
import java.util.List;

/**
 * A classifier of activations as what follows them, for data without a model: softmax regression on
 * standardised numbers.
 */
final class Classifier implements Downstream {
  private final Vectors activations;
  private final String target;
  private final int[] labels;
  private final LinearReadout readout;

  /**
   * @param activations the rows that outputs will be asked for
   * @param labels right class of each of them
   */
  Classifier(Vectors activations, String target, int[] labels, LinearReadout readout) {
    this.activations = activations;
    this.target = target;
    this.labels = labels;
    this.readout = readout;
  }

  /**
   * Learns an attribute.
   *
   * @param fit the rows learnt from, with their attributes
   * @param rows the rows that outputs will be asked for
   * @param attribute number of the attribute, the same in both
   */
  static Classifier fit(
      Vectors fit, Attributes fitted, Vectors rows, Attributes attributes, int attribute, Run run) {
    LinearReadout readout =
        LinearReadout.fit(
            fit,
            labels(fitted, attribute),
            fitted.values(attribute).size(),
            LinearReadout.Loss.SOFTMAX,
            run);
    return new Classifier(
        rows, fitted.names().get(attribute), labels(attributes, attribute), readout);
  }

  private static int[] labels(Attributes attributes, int attribute) {
    int[] labels = new int[attributes.rows()];
    for (int row = 0; row < labels.length; row++) {
      labels[row] = attributes.value(attribute, row);
    }
    return labels;
  }

  @Override
  public String margin() {
    return "score of the right " + target + " - best of the others, by softmax regression";
  }

  @Override
  public int[] answers() {
    return labels.clone();
  }

  @Override
  public int[] others() {
    int[] best = new int[labels.length];
    Arrays.fill(best, -1);
    return best;
  }

  @Override
  public Outputs outputs(int[] rows, List<float[]> given) {
    float[] x = given.isEmpty() ? activations.rows(rows).toArray() : given.get(0);
    return new Outputs(readout.scores(x, rows.length), rows.length, readout.classes());
  }
}
