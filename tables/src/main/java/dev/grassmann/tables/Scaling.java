package dev.grassmann.tables;

import java.util.Arrays;

/**
 * A linear map of each feature, fitted on some rows and applied to any: fitted on training rows, it
 * tells a model nothing about the others. Immutable.
 */
public final class Scaling {
  /** Which map. */
  public enum Kind {
    /** Numbers as they are. */
    NONE,
    /** Mean 0 and standard deviation 1 (dividing by the number of rows). */
    STANDARD,
    /** -1 to 1 on the rows of the fit; other rows are clipped to that. */
    MIN_MAX
  }

  private final Kind kind;
  private final double[] shift;
  private final double[] factor;

  private Scaling(Kind kind, double[] shift, double[] factor) {
    this.kind = kind;
    this.shift = shift;
    this.factor = factor;
  }

  /**
   * Fits a map.
   *
   * @param rows rows that may be looked at; at least one
   */
  public static Scaling fit(Kind kind, DesignMatrix matrix, int[] rows) {
    double[] shift = new double[matrix.features()];
    double[] factor = new double[matrix.features()];
    Arrays.fill(factor, 1);
    double[] column = new double[rows.length];
    for (int j = 0; j < shift.length && kind != Kind.NONE; j++) {
      matrix.copyColumn(j, rows, column);
      double spread = kind == Kind.STANDARD ? standard(column, shift, j) : middle(column, shift, j);
      factor[j] = spread > 0 ? 1 / spread : 0; // a constant feature says nothing: it becomes 0
    }
    return new Scaling(kind, shift, factor);
  }

  /** A number of a feature, scaled. */
  public double apply(double number, int feature) {
    double scaled = (number - shift[feature]) * factor[feature];
    return kind == Kind.MIN_MAX ? Math.max(-1, Math.min(1, scaled)) : scaled;
  }

  /** Whether a feature had one value in all rows of the fit; it is scaled to 0. */
  public boolean isConstant(int feature) {
    return factor[feature] == 0;
  }

  /** Chosen rows, scaled, row-major: {@code rows.length * matrix.features()} numbers. */
  public float[] rowMajor(DesignMatrix matrix, int[] rows) {
    int features = matrix.features();
    float[] scaled = new float[Math.multiplyExact(rows.length, features)];
    double[] column = new double[rows.length];
    for (int j = 0; j < features; j++) {
      matrix.copyColumn(j, rows, column);
      for (int i = 0; i < rows.length; i++) {
        scaled[i * features + j] = (float) apply(column[i], j);
      }
    }
    return scaled;
  }

  private static double standard(double[] column, double[] shift, int j) {
    double sum = 0;
    for (double number : column) {
      sum += number;
    }
    double mean = sum / column.length;
    double squares = 0;
    for (double number : column) {
      squares += (number - mean) * (number - mean);
    }
    shift[j] = mean;
    double deviation = Math.sqrt(squares / column.length);
    // rounding of the mean alone gives a constant column a deviation of this size
    return deviation <= 1e-12 * Math.abs(mean) ? 0 : deviation;
  }

  private static double middle(double[] column, double[] shift, int j) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double number : column) {
      low = Math.min(low, number);
      high = Math.max(high, number);
    }
    shift[j] = low + (high - low) / 2;
    return (high - low) / 2;
  }
}
