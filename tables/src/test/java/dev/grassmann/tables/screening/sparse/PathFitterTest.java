package dev.grassmann.tables.screening.sparse;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.run.Run;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PathFitterTest {
  private static final int ROWS = 60;
  private static final int COLUMNS = 200;

  private static double[] falling(double max) {
    return IntStream.range(0, 25).mapToDouble(i -> max * Math.pow(0.05, i / 24.0)).toArray();
  }

  /** Three columns matter; each column has another unit and another mean. */
  private static double[][] design() {
    double[][] x = SparseSamples.normal(ROWS, COLUMNS, 5);
    for (int j = 0; j < COLUMNS; j++) {
      for (int i = 0; i < ROWS; i++) {
        x[j][i] = x[j][i] * (1 + j % 7) + 10 * j;
      }
    }
    return x;
  }

  private static double[] outcomes(double[][] x, boolean classes) {
    double[] noise = SparseSamples.normal(ROWS, 1, 6)[0];
    double[] y = new double[ROWS];
    for (int i = 0; i < ROWS; i++) {
      double eta = 2 * (x[3][i] - 30) / 4 - 1.5 * (x[50][i] - 500) / 2 + (x[120][i] - 1200);
      y[i] = classes ? eta + noise[i] > 0 ? 1 : 0 : 7 + eta + 0.5 * noise[i];
    }
    return y;
  }

  @Test
  void theStrongRuleChangesNothingButTheColumnsLookedAt() {
    double[][] x = design();
    for (Loss loss : Loss.values()) {
      double[] y = outcomes(x, loss == Loss.LOGISTIC);
      for (Penalty penalty : new Penalty[] {new Penalty.Lasso(), new Penalty.Mcp(6)}) {
        if (loss == Loss.LOGISTIC && penalty instanceof Penalty.Mcp) {
          continue; // separable: a penalty that levels off has no finite minimum
        }
        Fitting fitting = Fitting.of(loss, penalty).within(1e-10);
        SparsePath quick =
            PathFitter.fit(Columns.of(x), y, fitting, PathFitterTest::falling, Run.local());
        SparsePath all =
            PathFitter.fit(
                Columns.of(x),
                y,
                fitting.withoutStrongRule(),
                PathFitterTest::falling,
                Run.local());
        for (int m = 0; m < 12; m++) {
          assertArrayEquals(dense(all, m), dense(quick, m), 1e-6, loss + " " + penalty + " " + m);
        }
        SparseModel.Fit fit = quick.models().get(8).fit();
        assertTrue(fit.considered() < COLUMNS / 2, loss + ": " + fit.considered());
        assertEquals(COLUMNS, all.models().get(8).fit().considered());
        assertTrue(fit.residual() < 1e-8, loss + ": " + fit.residual());
      }
    }
  }

  private static double[] dense(SparsePath path, int m) {
    double[] dense = new double[COLUMNS];
    SparseModel model = path.models().get(m);
    for (int i = 0; i < model.count(); i++) {
      dense[model.feature(i)] = model.coefficient(i);
    }
    return dense;
  }

  @Test
  void theFirstModelIsEmptyAndTheNextIsNot() {
    double[][] x = design();
    double[] y = outcomes(x, false);
    SparsePath path =
        PathFitter.fit(
            Columns.of(x),
            y,
            Fitting.of(Loss.LINEAR, new Penalty.Scad(3.7)),
            PathFitterTest::falling,
            Run.local());
    assertEquals(0, path.models().get(0).count());
    assertEquals(Arrays.stream(y).average().orElseThrow(), path.models().get(0).intercept(), 1e-9);
    assertTrue(path.models().get(1).count() > 0);
  }

  @Test
  void nonconvexPenaltiesFindTheTruthInTheUnitsOfTheColumns() {
    double[][] x = design();
    double[] y = outcomes(x, false);
    SparsePath path =
        PathFitter.fit(
            Columns.of(x),
            y,
            Fitting.of(Loss.LINEAR, new Penalty.Mcp(3)),
            max -> new double[] {max, 0.5 * max, 0.25 * max},
            Run.local());
    double[] found = dense(path, 2);
    assertEquals(2 / 4.0, found[3], 0.08);
    assertEquals(-1.5 / 2, found[50], 0.1);
    assertEquals(1, found[120], 0.25);
    double[] eta = path.predictors(Columns.of(x))[2];
    double squares = 0;
    for (int i = 0; i < ROWS; i++) {
      squares += (y[i] - eta[i]) * (y[i] - eta[i]) / (2 * ROWS);
    }
    assertEquals(path.models().get(2).fit().loss(), squares, 1e-9); // the intercept fits the units
    assertEquals(squares, path.errors(Columns.of(x), y, Loss.LINEAR)[2], 1e-12);
  }

  @Test
  void aConstantColumnNeverComesIn() {
    double[][] x = design();
    Arrays.fill(x[3], 4.2);
    SparsePath path =
        PathFitter.fit(
            Columns.of(x),
            outcomes(design(), false),
            Fitting.of(Loss.LINEAR, new Penalty.Lasso()).withoutStrongRule(),
            PathFitterTest::falling,
            Run.local());
    assertEquals(0, dense(path, path.models().size() - 1)[3]);
  }

  @Test
  void columnsAsTheyAreArePenalisedAsTheyAre() {
    double[][] x = SparseSamples.normal(ROWS, 2, 8);
    double[] y = new double[ROWS];
    for (int i = 0; i < ROWS; i++) {
      x[1][i] *= 100; // a large unit: a small coefficient that costs nothing
      y[i] = x[0][i] + x[1][i] / 100;
    }
    Fitting raw =
        new Fitting(
            Loss.LINEAR, new Penalty.Lasso(), Solver.COORDINATE_DESCENT, 1e-9, 5_000, false, true);
    SparsePath path =
        PathFitter.fit(Columns.of(x), y, raw, max -> new double[] {max, 0.1 * max}, Run.local());
    assertEquals(1, path.models().get(1).count());
    assertEquals(1, path.models().get(1).feature(0));
  }
}
