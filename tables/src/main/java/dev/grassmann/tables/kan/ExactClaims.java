package dev.grassmann.tables.kan;

import dev.grassmann.core.proof.Claim;
import dev.grassmann.core.proof.Measured;
import dev.grassmann.core.run.Run;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** What holds to many digits, whatever was learnt. */
final class ExactClaims {
  private static final String REFERENCE = "reference implementation";

  private ExactClaims() {}

  static List<Claim> all() {
    return List.of(
        Claim.quick(
            "seven rows of B-splines, of two grids, are the reference's",
            REFERENCE,
            "within 1e-6",
            run -> splines()),
        Claim.quick(
            "the gradients of KAN-SI are those of central differences",
            "calculus",
            "within 1e-3 of their size",
            ExactClaims::gradients),
        Claim.quick(
            "a knock-out by subtraction is one by zeroed parameters",
            "method section",
            "within 1e-5",
            ExactClaims::knockout));
  }

  private static Measured splines() {
    SplineGrid linear = new SplineGrid(2, 1);
    SplineGrid cubic = new SplineGrid(5, 3);
    double worst =
        Math.max(
            Math.max(
                Math.max(off(linear, -0.5f, 0.5, 0.5, 0), off(linear, 0.5f, 0, 0.5, 0.5)),
                Math.max(off(linear, 1.5f, 0, 0, 0.5), off(linear, 2.5f, 0, 0, 0))),
            Math.max(
                off(cubic, 0, 0, 0, 1 / 48.0, 23 / 48.0, 23 / 48.0, 1 / 48.0, 0, 0),
                Math.max(
                    off(cubic, 0.3f, 0, 0, 0, 0.0703125, 0.61197917, 0.31510417, 0.00260417, 0),
                    off(cubic, 1, 0, 0, 0, 0, 0, 1 / 6.0, 2 / 3.0, 1 / 6.0))));
    return Measured.of(String.format(Locale.ROOT, "%.0e", worst), worst <= 1e-6);
  }

  private static double off(SplineGrid grid, float x, double... expected) {
    float[] values = new float[grid.width()];
    int first = grid.values(x, values, 0);
    double[] all = new double[grid.functions()];
    for (int r = 0; r < values.length; r++) {
      all[first + r] = values[r];
    }
    double worst = 0;
    for (int k = 0; k < all.length; k++) {
      worst = Math.max(worst, Math.abs(all[k] - expected[k]));
    }
    return worst;
  }

  /** Away from the knots, where a piecewise linear spline has a bend and no gradient. */
  private static Measured gradients(Run run) {
    SplittableRandom random = run.random("kan gradients");
    KanNetwork network = KanNetwork.untrained(new SplineGrid(5, 3), new int[] {6, 13, 1}, random);
    double worst = 0;
    double largest = 0;
    float step = 1 / 64f;
    for (int row = 0; row < 20; row++) {
      float[] x = new float[6];
      for (int j = 0; j < x.length; j++) {
        x[j] = (float) (2 * random.nextDouble() - 1);
      }
      KanPass pass = new KanPass(network);
      pass.forward(x, 1);
      float[] gradient = pass.inputGradient(new float[] {1}).clone();
      for (int j = 0; j < x.length; j++) {
        double difference = (at(network, x, j, step) - at(network, x, j, -step)) / (2 * step);
        double wide = (at(network, x, j, 2 * step) - at(network, x, j, -2 * step)) / (4 * step);
        double expected = (4 * difference - wide) / 3; // the error of the step's square is gone
        worst = Math.max(worst, Math.abs(gradient[j] - expected));
        largest = Math.max(largest, Math.abs(expected));
      }
    }
    double relative = worst / largest;
    return Measured.of(String.format(Locale.ROOT, "%.0e", relative), relative <= 1e-3);
  }

  private static double at(KanNetwork network, float[] x, int j, float step) {
    float[] moved = x.clone();
    moved[j] += step;
    return network.outputs(moved, 1)[0];
  }

  private static Measured knockout(Run run) {
    Friedman friedman = Friedman.draw(run);
    KanConfig config = KanConfig.DEFAULTS.with("epochs", 20);
    KanTraining training = KanTraining.on(friedman.training(), 61, config, run);
    KanNetwork network = training.network();
    float[] x = friedman.test().rowMajor();
    int rows = friedman.test().rows();
    Objective objective = training.objective(friedman.test().outcomes());
    double[] rises = Knockout.rises(network, objective, x, rows, run);
    double base = loss(network, objective, x, rows);
    double worst = 0;
    for (int j = 0; j < rises.length; j++) {
      double zeroed = loss(without(network, j), objective, x, rows) - base;
      worst = Math.max(worst, Math.abs(rises[j] - zeroed));
    }
    return Measured.of(String.format(Locale.ROOT, "%.0e", worst), worst <= 1e-5);
  }

  private static double loss(KanNetwork network, Objective objective, float[] x, int rows) {
    int[] all = new int[rows];
    Arrays.setAll(all, row -> row);
    return objective.sum(network.outputs(x, rows), all, rows, null) / rows;
  }

  /** A copy whose first layer knows nothing of an input. */
  private static KanNetwork without(KanNetwork network, int input) {
    KanLayer first = network.first();
    float[][] numbers = new float[3][];
    for (int p = 0; p < 3; p++) {
      float[] all = first.parameters().get(p).values().clone();
      int each = all.length / first.inputs();
      Arrays.fill(all, input * each, (input + 1) * each, 0);
      numbers[p] = all;
    }
    KanLayer silent =
        new KanLayer(
            "layer0",
            first.inputs(),
            first.outputs(),
            first.grid(),
            numbers[0],
            numbers[1],
            numbers[2]);
    return new KanNetwork(List.of(silent, network.layers().get(1)));
  }
}
