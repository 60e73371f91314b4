package dev.grassmann.tables.predict;

import dev.grassmann.tables.Sample;
import java.util.Arrays;

/**
 * Weighted sums of features.
 *
 * @param weights an array an output, one weight a feature
 * @param intercepts one an output
 */
record LinearModel(double[][] weights, double[] intercepts) implements Predictor.Model {
  @Override
  public double[][] outputs(Sample sample) {
    double[][] outputs = new double[weights.length][sample.rows()];
    for (int c = 0; c < weights.length; c++) {
      Arrays.fill(outputs[c], intercepts[c]);
      for (int j = 0; j < sample.features(); j++) {
        double[] column = sample.columns()[j];
        double w = weights[c][j];
        for (int row = 0; row < column.length; row++) {
          outputs[c][row] += w * column[row];
        }
      }
    }
    return outputs;
  }
}
