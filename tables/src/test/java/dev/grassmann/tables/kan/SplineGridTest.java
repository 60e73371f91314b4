package dev.grassmann.tables.kan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplineGridTest {
  @Test
  void givesTheValuesOfTheReferenceInsideAndBeyondTheGrid() {
    SplineGrid linear = new SplineGrid(2, 1);
    assertArrayEquals(new double[] {0.5, 0.5, 0}, all(linear, -0.5f), 1e-6);
    assertArrayEquals(new double[] {0, 0.5, 0.5}, all(linear, 0.5f), 1e-6);
    assertArrayEquals(new double[] {0, 0, 0.5}, all(linear, 1.5f), 1e-6);
    assertArrayEquals(new double[] {0.5, 0, 0}, all(linear, -1.5f), 1e-6);
    assertArrayEquals(new double[] {0, 0, 0}, all(linear, 2.5f), 1e-6);
    assertArrayEquals(new double[] {0, 0, 0}, all(linear, -2.5f), 1e-6);
    SplineGrid cubic = new SplineGrid(5, 3);
    assertArrayEquals(
        new double[] {0, 0, 1 / 48.0, 23 / 48.0, 23 / 48.0, 1 / 48.0, 0, 0}, all(cubic, 0), 1e-6);
    assertArrayEquals(
        new double[] {0, 0, 0, 0.0703125, 0.6119792, 0.3151042, 0.0026042, 0},
        all(cubic, 0.3f),
        1e-6);
    assertArrayEquals(new double[] {0, 0, 0, 0, 0, 1 / 6.0, 2 / 3.0, 1 / 6.0}, all(cubic, 1), 1e-6);
  }

  @Test
  void isZeroWhereNothingIsKnown() {
    assertArrayEquals(new double[] {0, 0, 0}, all(new SplineGrid(2, 1), Float.NaN), 0);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "3, 2", "5, 3", "1, 5", "7, 4"})
  void sumsToOneInsideTheGrid(int intervals, int order) {
    SplineGrid grid = new SplineGrid(intervals, order);
    for (float x = -1; x <= 1; x += 0.0625f) {
      double sum = 0;
      for (double value : all(grid, x)) {
        sum += value;
      }
      assertEquals(1, sum, 1e-6, "at " + x);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "3, 2", "5, 3", "1, 5"})
  void hasTheSlopesOfItsValues(int intervals, int order) {
    SplineGrid grid = new SplineGrid(intervals, order);
    float step = 1 / 512f;
    for (float x = -2.98f; x < 3; x += 0.0717f) {
      double[] above = all(grid, x + step);
      double[] below = all(grid, x - step);
      double[] slopes = slopes(grid, x);
      for (int k = 0; k < slopes.length; k++) {
        double expected = (above[k] - below[k]) / ((x + step) - (x - step));
        assertEquals(expected, slopes[k], 0.02 * intervals, k + " at " + x);
      }
    }
  }

  private static double[] all(SplineGrid grid, float x) {
    float[] values = new float[grid.width()];
    return spread(grid, grid.values(x, values, 0), values);
  }

  private static double[] slopes(SplineGrid grid, float x) {
    float[] slopes = new float[grid.width()];
    return spread(grid, grid.slopes(x, slopes, 0), slopes);
  }

  private static double[] spread(SplineGrid grid, int first, float[] values) {
    double[] all = new double[grid.functions()];
    for (int r = 0; r < values.length; r++) {
      all[first + r] = values[r];
    }
    return all;
  }
}
