package dev.grassmann.tables.quickselection;

import dev.grassmann.core.data.Vectors;
import java.util.random.RandomGenerator;

/**
 * Data whose truth is known, after the recipe of Madelon (Guyon 2003): clusters of points at the
 * corners of a hypercube in five columns, fifteen random linear combinations of these, and columns
 * of noise. The first twenty columns are the true ones.
 */
final class MadelonLike {
  static final int TRUE = 20;

  private static final int INFORMATIVE = 5;

  private MadelonLike() {}

  /**
   * Draws a data set.
   *
   * @param noisy share of all cells that are replaced by standard normal noise
   */
  static Vectors draw(int rows, int columns, double noisy, RandomGenerator random) {
    double[][] mix = new double[TRUE - INFORMATIVE][INFORMATIVE];
    for (double[] combination : mix) {
      for (int i = 0; i < INFORMATIVE; i++) {
        combination[i] = 2 * random.nextDouble() - 1;
      }
    }
    float[] cells = new float[rows * columns];
    double[] point = new double[INFORMATIVE];
    for (int r = 0; r < rows; r++) {
      int corner = random.nextInt(1 << INFORMATIVE);
      for (int i = 0; i < INFORMATIVE; i++) {
        point[i] = ((corner >> i & 1) * 2 - 1) * SIDE + random.nextGaussian();
      }
      for (int j = 0; j < columns; j++) {
        cells[r * columns + j] = (float) cell(point, j, mix, random);
      }
    }
    standardise(cells, rows, columns);
    for (int at = 0; at < cells.length; at++) {
      if (random.nextDouble() < noisy) {
        cells[at] = (float) random.nextGaussian();
      }
    }
    return Vectors.of(cells, rows, columns);
  }

  /** Half the side of the hypercube, in standard deviations of a cluster. */
  private static final double SIDE = 1;

  private static double cell(double[] point, int j, double[][] mix, RandomGenerator random) {
    if (j < INFORMATIVE) {
      return point[j];
    }
    if (j >= TRUE) {
      return random.nextGaussian();
    }
    double sum = 0;
    for (int i = 0; i < INFORMATIVE; i++) {
      sum += mix[j - INFORMATIVE][i] * point[i];
    }
    return sum;
  }

  private static void standardise(float[] cells, int rows, int columns) {
    for (int j = 0; j < columns; j++) {
      double sum = 0;
      double squares = 0;
      for (int r = 0; r < rows; r++) {
        sum += cells[r * columns + j];
        squares += (double) cells[r * columns + j] * cells[r * columns + j];
      }
      double mean = sum / rows;
      double deviation = Math.sqrt(squares / rows - mean * mean);
      for (int r = 0; r < rows; r++) {
        cells[r * columns + j] = (float) ((cells[r * columns + j] - mean) / deviation);
      }
    }
  }
}
