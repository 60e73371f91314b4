package dev.grassmann.tables.screening.sparse;

import dev.grassmann.engine.kernel.Kernel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The columns that a solver works with, held as arrays, after a column of ones: coordinate 0 is the
 * intercept, coordinate j the j-th column that was added.
 */
final class Block {
  private final int rows;
  private final List<double[]> columns = new ArrayList<>();
  private final Kernel kernel = Kernel.best();
  private double largest = -1;

  Block(int rows) {
    this.rows = rows;
  }

  static Block of(double[][] columns) {
    Block block = new Block(columns[0].length);
    for (double[] column : columns) {
      block.add(column);
    }
    return block;
  }

  /** Adds a column; the array is kept. */
  void add(double[] column) {
    columns.add(column);
    largest = -1;
  }

  int rows() {
    return rows;
  }

  /** Coordinates, the intercept included. */
  int size() {
    return columns.size() + 1;
  }

  double[] column(int coordinate) {
    return columns.get(coordinate - 1);
  }

  /** Fills {@code eta} with the linear predictors of coefficients. */
  void times(double[] b, double[] eta) {
    Arrays.fill(eta, b[0]);
    for (int j = 1; j < b.length; j++) {
      if (b[j] != 0) { // coefficients are sparse: most columns are not touched
        kernel.axpy(b[j], columns.get(j - 1), 0, eta, 0, rows);
      }
    }
  }

  /** Fills {@code products} with the inner products of each column and a vector. */
  void transposedTimes(double[] vector, double[] products) {
    double sum = 0;
    for (double number : vector) {
      sum += number;
    }
    products[0] = sum;
    for (int j = 1; j < products.length; j++) {
      products[j] = kernel.dot(columns.get(j - 1), 0, vector, 0, rows);
    }
  }

  /** The largest eigenvalue of X X^T / n, the column of ones included. */
  double largestEigenvalue() {
    if (largest < 0) {
      largest = new Lanczos(this).largest() / rows;
    }
    return largest;
  }
}
