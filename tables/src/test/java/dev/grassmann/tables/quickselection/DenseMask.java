package dev.grassmann.tables.quickselection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.grassmann.tables.quickselection.QuickSelectionConfig.Output;

/**
 * The same training as the textbook writes it: full matrices in double precision, gradients
 * multiplied by a mask. Draws are the same, place by place.
 */
final class DenseMask {
  private final QuickSelectionConfig config;
  private final int columns;
  private final int hidden;
  private final double[][] w1;
  private final double[][] w2;
  private final boolean[][] mask1;
  private final boolean[][] mask2;
  private final double[][] v1;
  private final double[][] v2;
  private final double[] b1;
  private final double[] b2;
  private final double[] vb1;
  private final double[] vb2;

  DenseMask(Connections first, Connections second, QuickSelectionConfig config) {
    this.config = config;
    this.columns = first.inputs();
    this.hidden = first.units();
    this.w1 = new double[columns][hidden];
    this.w2 = new double[hidden][columns];
    this.mask1 = new boolean[columns][hidden];
    this.mask2 = new boolean[hidden][columns];
    this.v1 = new double[columns][hidden];
    this.v2 = new double[hidden][columns];
    this.b1 = new double[hidden];
    this.b2 = new double[columns];
    this.vb1 = new double[hidden];
    this.vb2 = new double[columns];
    fill(first, w1, mask1);
    fill(second, w2, mask2);
  }

  private static void fill(Connections layer, double[][] weight, boolean[][] mask) {
    for (int u = 0; u < layer.units(); u++) {
      for (int e = layer.start()[u]; e < layer.start()[u + 1]; e++) {
        weight[layer.source()[e]][u] = layer.weight()[e];
        mask[layer.source()[e]][u] = true;
      }
    }
  }

  double train(Cells cells, int[] order, int from, Draws noise, Draws dropout, int stride) {
    int n = config.batch();
    double[][] x = new double[n][columns];
    double[][] noisy = new double[n][columns];
    double[][] s = new double[n][hidden];
    double[][] h = new double[n][hidden];
    double[][] d2 = new double[n][columns];
    double[][] d1 = new double[n][hidden];
    double loss = 0;
    float[] row = new float[columns];
    for (int b = 0; b < n; b++) {
      int sample = order[from + b];
      cells.copyRow(sample, row);
      for (int i = 0; i < columns; i++) {
        x[b][i] = row[i];
        long word = noise.word((long) sample * ((columns + 3) / 4) + i / 4);
        noisy[b][i] = row[i] + config.noise() * Draws.normal(word, i % 4);
      }
      for (int j = 0; j < hidden; j++) {
        double z = b1[j];
        for (int i = 0; i < columns; i++) {
          z += noisy[b][i] * w1[i][j];
        }
        s[b][j] = 1 / (1 + Math.exp(-z));
        long word = dropout.word((j * stride + b) / 4);
        boolean left = Draws.draw(word, b % 4) < Math.round(config.dropout() * 65_536);
        h[b][j] = left ? 0 : s[b][j];
      }
      for (int k = 0; k < columns; k++) {
        double z = b2[k];
        for (int j = 0; j < hidden; j++) {
          z += h[b][j] * w2[j][k];
        }
        double y = config.output() == Output.LINEAR ? z : Math.tanh(z);
        loss += (y - x[b][k]) * (y - x[b][k]);
        double slope =
            switch (config.output()) {
              case LINEAR -> 1;
              case TANH -> 1 - y * y;
              case TANH_RELEASED -> 1 - Math.tanh(y) * Math.tanh(y);
            };
        d2[b][k] = (y - x[b][k]) * slope;
      }
      for (int j = 0; j < hidden; j++) {
        for (int k = 0; k < columns; k++) {
          d1[b][j] += d2[b][k] * w2[j][k];
        }
        d1[b][j] *= s[b][j] * (1 - s[b][j]);
      }
    }
    update(w2, v2, mask2, b2, vb2, h, d2);
    update(w1, v1, mask1, b1, vb1, noisy, d1);
    return loss / n / columns;
  }

  private void update(
      double[][] w,
      double[][] v,
      boolean[][] mask,
      double[] bias,
      double[] biasVelocity,
      double[][] before,
      double[][] after) {
    int n = before.length;
    for (int j = 0; j < bias.length; j++) {
      for (int i = 0; i < w.length; i++) {
        double gradient = 0;
        for (int b = 0; b < n; b++) {
          gradient += before[b][i] * after[b][j] / n;
        }
        gradient *= mask[i][j] ? 1 : 0;
        v[i][j] = config.momentum() * v[i][j] - config.rate() * gradient;
        w[i][j] += v[i][j] - config.decay() * w[i][j];
      }
      double mean = 0;
      for (int b = 0; b < n; b++) {
        mean += after[b][j] / n;
      }
      biasVelocity[j] = config.momentum() * biasVelocity[j] - config.rate() * mean;
      bias[j] += biasVelocity[j] - config.decay() * bias[j];
    }
  }

  void requireZeroOffTheMask() {
    for (int i = 0; i < columns; i++) {
      for (int j = 0; j < hidden; j++) {
        assertEquals(0, mask1[i][j] ? 0 : w1[i][j]);
        assertEquals(0, mask2[j][i] ? 0 : w2[j][i]);
      }
    }
  }

  float[] firstWeights(Connections places) {
    return at(places, w1);
  }

  float[] secondWeights(Connections places) {
    return at(places, w2);
  }

  private static float[] at(Connections places, double[][] w) {
    float[] found = new float[places.count()];
    for (int u = 0; u < places.units(); u++) {
      for (int e = places.start()[u]; e < places.start()[u + 1]; e++) {
        found[e] = (float) w[places.source()[e]][u];
      }
    }
    return found;
  }

  float[] hiddenBias() {
    return floats(b1);
  }

  float[] outputBias() {
    return floats(b2);
  }

  private static float[] floats(double[] numbers) {
    float[] floats = new float[numbers.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) numbers[i];
    }
    return floats;
  }
}
