package dev.grassmann.tables.kan;

import java.util.Arrays;

/** KAN-L1 and KAN-L2: how large the curves of each column are in the first layer. */
final class Norms {
  private Norms() {}

  /**
   * What is known of each column's curves.
   *
   * @param absolute sum or mean of absolute values
   * @param squares sum or mean of squares
   */
  record Sums(double[] absolute, double[] squares) {
    double[] l1() {
      return absolute;
    }

    double[] l2() {
      double[] roots = squares.clone();
      for (int j = 0; j < roots.length; j++) {
        roots[j] = Math.sqrt(roots[j]);
      }
      return roots;
    }
  }

  /** The paper's: sums over units and basis functions of |S Ws| and (S Ws)^2. */
  static Sums coefficients(KanLayer layer) {
    Sums sums = new Sums(new double[layer.inputs()], new double[layer.inputs()]);
    for (int j = 0; j < layer.inputs(); j++) {
      for (int k = 0; k < layer.grid().functions(); k++) {
        for (int o = 0; o < layer.outputs(); o++) {
          double w = layer.coefficient(j, k, o);
          sums.absolute[j] += Math.abs(w);
          sums.squares[j] += w * w;
        }
      }
    }
    return sums;
  }

  /**
   * The released program's: means over rows and units of |phi| and phi^2.
   *
   * @param x rows × inputs
   * @param center take each curve's mean over the rows off it first
   */
  static Sums contributions(KanLayer layer, float[] x, int rows, boolean center) {
    int inputs = layer.inputs();
    int outputs = layer.outputs();
    double[] means = center ? means(layer, x, rows) : new double[inputs * outputs];
    Sums sums = new Sums(new double[inputs], new double[inputs]);
    Bases bases = new Bases(layer);
    float[] curve = new float[outputs];
    KanPass.inBatches(
        x,
        rows,
        inputs,
        (numbers, from, count) -> {
          bases.set(numbers, count, 1);
          for (int row = 0; row < count; row++) {
            for (int j = 0; j < inputs; j++) {
              Arrays.fill(curve, 0);
              layer.addCurve(bases, row, j, 1, curve, 0);
              for (int o = 0; o < outputs; o++) {
                double phi = curve[o] - means[j * outputs + o];
                sums.absolute[j] += Math.abs(phi);
                sums.squares[j] += phi * phi;
              }
            }
          }
        });
    double cells = (double) rows * outputs;
    for (int j = 0; j < inputs; j++) {
      sums.absolute[j] /= cells;
      sums.squares[j] /= cells;
    }
    return sums;
  }

  /** Mean over the rows of each curve, inputs × outputs. */
  private static double[] means(KanLayer layer, float[] x, int rows) {
    int inputs = layer.inputs();
    int outputs = layer.outputs();
    double[] means = new double[inputs * outputs];
    Bases bases = new Bases(layer);
    float[] curve = new float[outputs];
    KanPass.inBatches(
        x,
        rows,
        inputs,
        (numbers, from, count) -> {
          bases.set(numbers, count, 1);
          for (int row = 0; row < count; row++) {
            for (int j = 0; j < inputs; j++) {
              Arrays.fill(curve, 0);
              layer.addCurve(bases, row, j, 1, curve, 0);
              for (int o = 0; o < outputs; o++) {
                means[j * outputs + o] += curve[o] / (double) rows;
              }
            }
          }
        });
    return means;
  }
}
