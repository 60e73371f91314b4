package dev.grassmann.clusters.mlc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

class SinkhornTest {
  private static double[] similarities(int n) {
    double[] a = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        a[i * n + j] = Math.cos(0.9 * (i - j)) + (i == j ? 0.5 : 0);
      }
    }
    return a;
  }

  @Test
  void anEvenNumberOfHalfStepsMakesColumnsExactAnOddOneRows() {
    try (Scope scope = Scope.open()) {
      Tensor a = Tensors.of(similarities(9), 9, 9);
      for (int halfSteps : new int[] {3, 4}) {
        Tensor gamma = new Sinkhorn(0.3, halfSteps, Slope.UNROLLED).project(a);
        double[] exact = Tensors.doubles(gamma.sum(halfSteps % 2 == 0 ? 0 : 1));
        double[] rough = Tensors.doubles(gamma.sum(halfSteps % 2 == 0 ? 1 : 0));
        double off = 0;
        for (int i = 0; i < 9; i++) {
          assertEquals(1, exact[i], 1e-12);
          off = Math.max(off, Math.abs(rough[i] - 1));
        }
        assertTrue(off > 1e-6, "few steps leave the other side rough: " + off);
      }
    }
  }

  @Test
  void longUnrollingGivesTheImplicitGradient() {
    double[] weights = new double[81];
    for (int p = 0; p < 81; p++) {
      weights[p] = Math.sin(1 + p * 1.3);
    }
    double[] unrolled = slope(new Sinkhorn(0.3, 400, Slope.UNROLLED), weights);
    double[] implicit = slope(new Sinkhorn(0.3, 1, Slope.IMPLICIT), weights);
    double[] partly = slope(new Sinkhorn(0.3, 400, Slope.CPP), weights);
    assertArrayEquals(unrolled, implicit, 1e-6);
    double off = 0;
    for (int p = 0; p < 81; p++) {
      off = Math.max(off, Math.abs(partly[p] - unrolled[p]));
    }
    assertTrue(off > 1e-3, "leaving the columns out is another gradient: " + off);
  }

  private static double[] slope(Sinkhorn sinkhorn, double[] weights) {
    try (Scope scope = Scope.open()) {
      Tensor a = Tensors.of(similarities(9), 9, 9).set_requires_grad(true);
      sinkhorn.project(a).mul(Tensors.of(weights, 9, 9)).sum().backward();
      return Tensors.doubles(a.grad());
    }
  }

  @Test
  void theCommandBalancesAMatrixAndCosines() {
    float[] two = {0, 1, 1, 0, 0, 1, 1, 0, 3};
    Balanced balanced =
        new SinkhornBalance().run(Vectors.of(two, 3, 3), SinkhornConfig.DEFAULTS, Run.local());
    assertTrue(balanced.rowsOff() <= 1e-9 && balanced.columnsOff() <= 1e-9);
    Vectors rows = Vectors.of(new float[] {1, 0, 0, 2, -3, 0, 0, -4}, 4, 2);
    SinkhornConfig config =
        Options.with(SinkhornConfig.DEFAULTS, Map.of("cosines", true, "eta", 1.0));
    Vectors gamma = new SinkhornBalance().run(rows, config, Run.local()).matrix();
    double sum = Math.E + 2 + 1 / Math.E; // every row has cosines 1, 0, -1, 0
    float[] row = new float[4];
    gamma.copyRow(0, row);
    assertArrayEquals(
        new float[] {
          (float) (Math.E / sum), (float) (1 / sum), (float) (1 / Math.E / sum), (float) (1 / sum)
        },
        row,
        1e-6f);
  }

  @Test
  void aMatrixThatIsNotSquareIsRefused() {
    InputException refused =
        assertThrows(
            InputException.class,
            () ->
                new SinkhornBalance()
                    .run(Vectors.of(new float[12], 4, 3), SinkhornConfig.DEFAULTS, Run.local()));
    assertEquals(
        "4 rows of 3 numbers; give a square matrix, or --cosines to balance the cosines between"
            + " the rows",
        refused.getMessage());
    InputException flat =
        assertThrows(
            InputException.class,
            () ->
                new SinkhornBalance()
                    .run(
                        Vectors.of(new float[9], 3, 3),
                        Options.with(SinkhornConfig.DEFAULTS, "eta", 0.0),
                        Run.local()));
    assertEquals("--eta: is 0; allowed: above 0", flat.getMessage());
  }

  @Test
  void tooFewHalfStepsAreSaid() {
    Run run = Run.local();
    SinkhornConfig config =
        Options.with(SinkhornConfig.DEFAULTS, Map.of("halfSteps", 2, "eta", 0.05));
    float[] skewed = {5, 0, 0, 4, 1, 0, 3, 0, 0};
    new SinkhornBalance().run(Vectors.of(skewed, 3, 3), config, run);
    assertEquals(1, run.warnings().size(), run.warnings().toString());
    assertTrue(
        run.warnings()
            .get(0)
            .matches(
                "rows sum to 1 within [0-9.e+-]+ only: give more --half-steps, or a larger --eta"),
        run.warnings().get(0));
  }
}
