package dev.grassmann.tables.screening;

import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * The paper's simulation with normal columns in place of the brain images: some columns are true,
 * the target is their sum, or that of their squares, with noise.
 *
 * @param table the columns {@code x0 ...} and {@code y}
 * @param truth names of the true columns
 */
record Simulation(Table table, Set<String> truth) {
  private static final double SIGNAL_TO_NOISE = 3;
  private static final double NEIGHBOURS = 0.3;
  private static final double COEFFICIENT = 6;
  private static final double COEFFICIENT_NEIGHBOURS = 0.6;

  /**
   * @param squared whether the target is made of squares
   * @param binary whether the target is a class, drawn with tanh's probability around the point of
   *     its largest curvature
   */
  static Simulation draw(
      int rows, int columns, int trueColumns, boolean squared, boolean binary, RandomGenerator r) {
    double[][] x = toeplitz(columns, rows, r);
    double[] beta = new double[trueColumns];
    double previous = 0;
    for (int j = 0; j < trueColumns; j++) {
      previous = next(previous, j, COEFFICIENT_NEIGHBOURS, r);
      beta[j] = COEFFICIENT + previous;
    }
    Set<Integer> chosen = new HashSet<>();
    double[] signal = new double[rows];
    Set<String> truth = new HashSet<>();
    while (chosen.size() < trueColumns) {
      int column = r.nextInt(columns);
      if (chosen.add(column)) {
        truth.add("x" + column);
        double[] standard = standardised(x[column], squared);
        for (int i = 0; i < rows; i++) {
          signal[i] += beta[chosen.size() - 1] * standard[i];
        }
      }
    }
    signal = standardised(signal, false);
    double[] y = new double[rows];
    double noise = Math.sqrt(1 / SIGNAL_TO_NOISE);
    double bend = Math.sqrt(1.0 / 3); // tanh bends most where it has this value
    double shift = 0.5 * Math.log((1 + bend) / (1 - bend));
    for (int i = 0; i < rows; i++) {
      y[i] =
          binary
              ? r.nextDouble() < Math.tanh((signal[i] + shift) / 2) / 2 + 0.5 ? 1 : 0
              : signal[i] + noise * r.nextGaussian();
    }
    List<Column> all = new ArrayList<>();
    for (int j = 0; j < columns; j++) {
      all.add(new Column.Numeric("x" + j, x[j], false));
    }
    all.add(new Column.Numeric("y", y, binary));
    return new Simulation(new Table("simulation", all), truth);
  }

  /** Normal columns, neighbours correlated, by column. */
  private static double[][] toeplitz(int columns, int rows, RandomGenerator r) {
    double[][] x = new double[columns][rows];
    for (int i = 0; i < rows; i++) {
      double previous = 0;
      for (int j = 0; j < columns; j++) {
        previous = next(previous, j, NEIGHBOURS, r);
        x[j][i] = previous;
      }
    }
    return x;
  }

  private static double next(double previous, int j, double correlation, RandomGenerator r) {
    double fresh = r.nextGaussian();
    return j == 0
        ? fresh
        : correlation * previous + Math.sqrt(1 - correlation * correlation) * fresh;
  }

  private static double[] standardised(double[] x, boolean squareFirst) {
    double[] standard = x.clone();
    if (squareFirst) {
      standard = standardised(standard, false);
      for (int i = 0; i < x.length; i++) {
        standard[i] *= standard[i];
      }
    }
    double mean = 0;
    for (double number : standard) {
      mean += number / x.length;
    }
    double squares = 0;
    for (double number : standard) {
      squares += (number - mean) * (number - mean) / x.length;
    }
    for (int i = 0; i < x.length; i++) {
      standard[i] = (standard[i] - mean) / Math.sqrt(squares);
    }
    return standard;
  }
}
