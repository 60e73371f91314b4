package dev.grassmann.tables.kan;

import java.util.Arrays;

/** KAN-SI: how much the outputs move with each column, on average over rows. */
final class Saliency {
  private Saliency() {}

  /** The paper's: mean over rows of |d out / d x_j|, summed over the outputs. */
  static double[] byOutput(KanNetwork network, float[] x, int rows) {
    double[] sums = new double[network.inputs()];
    KanPass pass = new KanPass(network);
    int outputs = network.outputs();
    KanPass.inBatches(
        x,
        rows,
        network.inputs(),
        (numbers, from, count) -> {
          pass.forward(numbers, count);
          for (int o = 0; o < outputs; o++) {
            float[] dy = new float[count * outputs];
            for (int row = 0; row < count; row++) {
              dy[row * outputs + o] = 1;
            }
            add(pass.inputGradient(dy), count, sums);
          }
        });
    return mean(sums, rows);
  }

  /**
   * The released program's: one gradient of the sum of |out|, in which outputs can cancel each
   * other.
   */
  static double[] ofAll(KanNetwork network, float[] x, int rows) {
    double[] sums = new double[network.inputs()];
    KanPass pass = new KanPass(network);
    KanPass.inBatches(
        x,
        rows,
        network.inputs(),
        (numbers, from, count) -> {
          float[] y = pass.forward(numbers, count);
          float[] dy = new float[count * network.outputs()];
          for (int i = 0; i < dy.length; i++) {
            dy[i] = Math.signum(y[i]);
          }
          add(pass.inputGradient(dy), count, sums);
        });
    return mean(sums, rows);
  }

  private static void add(float[] gradient, int rows, double[] sums) {
    for (int row = 0; row < rows; row++) {
      for (int j = 0; j < sums.length; j++) {
        sums[j] += Math.abs(gradient[row * sums.length + j]);
      }
    }
  }

  private static double[] mean(double[] sums, int rows) {
    return Arrays.stream(sums).map(sum -> sum / rows).toArray();
  }
}
