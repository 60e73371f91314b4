package dev.grassmann.tables.screening.sparse;

/**
 * What a proximal method minimises: F(b) = smooth(b) + sum of weight_j |b_j|, where a weight of 0
 * leaves a coordinate free.
 */
public interface Objective {
  /** Number of coordinates. */
  int size();

  /** Weight of the absolute value of a coordinate, at least 0. */
  double weight(int coordinate);

  /** The smooth part. */
  double smooth(double[] b);

  /** The smooth part; fills {@code gradient} with its derivatives. */
  double smooth(double[] b, double[] gradient);

  /** A bound on how fast the gradient changes, or NaN where none is known. */
  double lipschitz();

  /** The whole of it. */
  default double value(double[] b) {
    double sum = smooth(b);
    for (int j = 0; j < b.length; j++) {
      sum += weight(j) * Math.abs(b[j]);
    }
    return sum;
  }

  /** How far from optimal: the largest move of a forward-backward step of length 1. */
  default double residual(double[] b, double[] gradient) {
    double most = 0;
    for (int j = 0; j < b.length; j++) {
      most = Math.max(most, Math.abs(b[j] - Penalty.soft(b[j] - gradient[j], weight(j))));
    }
    return most;
  }
}
