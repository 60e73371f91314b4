package dev.grassmann.tables.screening.sparse;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Figures: make_sparse.py, the original solvers of the reference and scikit-learn. */
class SolverTest {
  private static final double TOLERANCE = 1e-12;

  private static PenalisedLoss objective(String penalty, String share, Loss loss) {
    Penalty made =
        switch (penalty) {
          case "SCAD" -> new Penalty.Scad(3.7);
          case "MCP" -> new Penalty.Mcp(loss == Loss.LINEAR ? 3 : 5);
          default -> new Penalty.Lasso();
        };
    double max = SparseSamples.figure(loss == Loss.LINEAR ? "lambdaMax" : "lambdaMaxLogistic");
    double lambda = max * (share.equals("half") ? 0.5 : 0.2);
    double[] y = SparseSamples.fixture(loss == Loss.LINEAR ? 12 : 13);
    return new PenalisedLoss(Block.of(SparseSamples.design()), y, loss, made, lambda);
  }

  @ParameterizedTest
  @CsvSource({
    "SCAD, half",
    "SCAD, fifth",
    "MCP, half",
    "MCP, fifth",
    "LASSO, half",
    "LASSO, fifth"
  })
  void everySolverFindsTheReferencesCoefficients(String penalty, String share) {
    for (Loss loss : Loss.values()) {
      String name = (loss == Loss.LINEAR ? "" : "logistic ") + penalty + " " + share;
      double[] expected = SparseSamples.figures(name);
      for (Solver solver : Solver.values()) {
        PenalisedLoss objective = objective(penalty, share, loss);
        Descent descent =
            solver.minimise(
                objective, new double[expected.length], TOLERANCE, 200_000, Descent.Watch.NONE);
        assertTrue(descent.converged(), name + " " + solver);
        double[] gradient = new double[expected.length];
        objective.smooth(descent.coefficients(), gradient);
        assertEquals(0, objective.residual(descent.coefficients(), gradient), 1e-9);
        if (loss == Loss.LOGISTIC && !penalty.equals("LASSO") && solver != Solver.ACCELERATED) {
          continue; // several minima: each solver has its own, the reference's solver is this one
        }
        assertArrayEquals(expected, descent.coefficients(), 2e-7, name + " " + solver);
        for (int j = 1; j < expected.length; j++) {
          assertEquals(
              Math.abs(expected[j]) < 1e-9, descent.coefficients()[j] == 0, name + " " + solver);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Solver.class)
  void anOrthonormalDesignHasItsClosedForm(Solver solver) {
    int n = 16;
    double[][] x =
        new double[3][n]; // rows of a Hadamard matrix, orthogonal to the ones and to each other
    for (int i = 0; i < n; i++) {
      x[0][i] = (i & 1) == 0 ? 1 : -1;
      x[1][i] = (i & 2) == 0 ? 1 : -1;
      x[2][i] = (i & 4) == 0 ? 1 : -1;
    }
    double[] z = {0.9, 1.7, -4};
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      y[i] = 3 + z[0] * x[0][i] + z[1] * x[1][i] + z[2] * x[2][i];
    }
    for (Penalty penalty : new Penalty[] {new Penalty.Scad(3.7), new Penalty.Mcp(3)}) {
      PenalisedLoss objective = new PenalisedLoss(Block.of(x), y, Loss.LINEAR, penalty, 0.6);
      double[] found =
          solver
              .minimise(objective, new double[4], 1e-13, 100_000, Descent.Watch.NONE)
              .coefficients();
      assertEquals(3, found[0], 1e-8); // the intercept is never thresholded
      for (int j = 0; j < 3; j++) {
        assertEquals(penalty.minimiser(z[j], 1, 0.6), found[j + 1], 1e-8, solver + " " + j);
      }
    }
  }

  @Test
  void theGradientIsTheDifferenceOfTheSmoothPart() {
    for (Loss loss : Loss.values()) {
      PenalisedLoss objective = objective("SCAD", "fifth", loss);
      double[] b = new double[13];
      Arrays.setAll(b, j -> Math.sin(3 * j) * 1.5);
      double[] gradient = new double[13];
      objective.smooth(b, gradient);
      for (int j = 0; j < b.length; j++) {
        double[] up = b.clone();
        double[] down = b.clone();
        up[j] += 1e-6;
        down[j] -= 1e-6;
        double slope = (objective.smooth(up) - objective.smooth(down)) / 2e-6;
        assertEquals(slope, gradient[j], 1e-7, loss + " " + j);
      }
    }
  }

  /**
   * X^T X of two columns and the ones has its eigenvalue by hand: [[n, 0, 0], [0, n, c], [0, c,
   * n]].
   */
  @Test
  void lanczosFindsTheLargestEigenvalue() {
    double[][] x = {{1, -1, 1, -1}, {1, -1, 1, -1}};
    assertEquals(2, Block.of(x).largestEigenvalue(), 1e-12);
    double[][] wide = SparseSamples.normal(40, 90, 2);
    Block block = Block.of(wide);
    double[] v = new double[91];
    Arrays.fill(v, 1);
    double[] eta = new double[40];
    double largest = 0;
    for (int k = 0; k < 5_000; k++) { // power iteration, the slow way
      block.times(v, eta);
      block.transposedTimes(eta, v);
      largest = Math.sqrt(Arrays.stream(v).map(a -> a * a).sum());
      for (int j = 0; j < v.length; j++) {
        v[j] /= largest;
      }
    }
    assertEquals(largest / 40, block.largestEigenvalue(), 1e-7 * largest / 40);
  }

  @Test
  void theLogisticLossNeitherOverflowsNorLosesDigits() {
    assertEquals(800, Loss.LOGISTIC.of(800, 0));
    assertEquals(0, Loss.LOGISTIC.of(800, 1));
    assertEquals(Math.exp(-40), Loss.LOGISTIC.of(-40, 0), 1e-30);
    assertEquals(Math.log(2), Loss.LOGISTIC.of(0, 1), 1e-16);
  }
}
