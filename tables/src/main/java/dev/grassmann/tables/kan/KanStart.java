package dev.grassmann.tables.kan;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * How a layer begins: Wb uniform within 1 / sqrt(inputs), S = 1, and Ws the shortest coefficients
 * whose spline takes noise of U(-0.5, 0.5) · 0.1 / G at the grid's G + 1 points.
 */
final class KanStart {
  private static final double NOISE = 0.1;

  private final SplineGrid grid;
  private final double[][] fit; // functions x points: from values at the points to coefficients

  KanStart(SplineGrid grid) {
    this.grid = grid;
    this.fit = fit(grid);
  }

  KanLayer layer(String name, int inputs, int outputs, RandomGenerator random) {
    int functions = grid.functions();
    float[] base = new float[Math.multiplyExact(inputs, outputs)];
    float[] spline = new float[Math.multiplyExact(base.length, functions)];
    float[] scale = new float[base.length];
    double bound = 1 / Math.sqrt(inputs);
    double[] noise = new double[grid.intervals() + 1];
    for (int i = 0; i < inputs; i++) {
      for (int o = 0; o < outputs; o++) {
        base[i * outputs + o] = (float) ((2 * random.nextDouble() - 1) * bound);
        for (int point = 0; point < noise.length; point++) {
          noise[point] = (random.nextDouble() - 0.5) * NOISE / grid.intervals();
        }
        for (int k = 0; k < functions; k++) {
          double sum = 0;
          for (int point = 0; point < noise.length; point++) {
            sum += fit[k][point] * noise[point];
          }
          spline[(i * functions + k) * outputs + o] = (float) sum;
        }
      }
    }
    Arrays.fill(scale, 1);
    return new KanLayer(name, inputs, outputs, grid, base, spline, scale);
  }

  /** The pseudo-inverse of the points' bases. */
  private static double[][] fit(SplineGrid grid) {
    int points = grid.intervals() + 1;
    DMatrixRMaj bases = new DMatrixRMaj(points, grid.functions());
    float[] values = new float[grid.width()];
    for (int point = 0; point < points; point++) {
      int first = grid.values(-1 + 2f * point / grid.intervals(), values, 0);
      for (int r = 0; r < values.length; r++) {
        bases.set(point, first + r, values[r]);
      }
    }
    DMatrixRMaj inverse = new DMatrixRMaj(grid.functions(), points);
    CommonOps_DDRM.pinv(bases, inverse);
    double[][] rows = new double[grid.functions()][points];
    for (int k = 0; k < rows.length; k++) {
      for (int point = 0; point < points; point++) {
        rows[k][point] = inverse.get(k, point);
      }
    }
    return rows;
  }
}
