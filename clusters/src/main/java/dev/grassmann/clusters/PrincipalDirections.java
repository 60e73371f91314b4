package dev.grassmann.clusters;

import dev.grassmann.engine.linalg.Products;
import dev.grassmann.engine.linalg.SymmetricEigen;

/**
 * The directions along which rows have most of their squared length: leading right singular
 * vectors, by the smaller of the rows' two Gram matrices.
 *
 * @param basis d × k, row-major, columns orthonormal but for rounding
 * @param energy squared length of all rows along each direction, descending, k of them
 * @param d numbers a row
 */
public record PrincipalDirections(double[] basis, double[] energy, int d) {
  /** Directions that hold less than this share of the first one's energy are rounding. */
  private static final double RANK = 1e-12;

  /** Number of directions. */
  public int k() {
    return energy.length;
  }

  /**
   * Of m rows of d numbers; fewer than {@code most} directions where the rows span fewer.
   *
   * @param rows m × d, not all zero
   * @param most directions wanted, at least 1
   */
  public static PrincipalDirections of(double[] rows, int m, int d, int most) {
    boolean tall = m > d;
    double[] gram =
        tall
            ? Products.transposedMultiply(rows, rows, d, m, d)
            : Products.multiplyTransposed(rows, rows, m, d, m);
    SymmetricEigen eigen =
        SymmetricEigen.largest(gram, tall ? d : m, Math.min(most, Math.min(m, d)));
    int k = 1;
    while (k < eigen.k() && eigen.values()[k] > RANK * eigen.values()[0]) {
      k++;
    }
    double[] energy = new double[k];
    double[] leading = new double[eigen.n() * k];
    System.arraycopy(eigen.values(), 0, energy, 0, k);
    for (int i = 0; i < eigen.n(); i++) {
      for (int c = 0; c < k; c++) {
        double scale = tall ? 1 : 1 / Math.sqrt(energy[c]); // v = Xᵀu / s
        leading[i * k + c] = eigen.vectors()[i * eigen.k() + c] * scale;
      }
    }
    double[] basis = tall ? leading : Products.transposedMultiply(rows, leading, d, m, k);
    return new PrincipalDirections(basis, energy, d);
  }

  /** The fewest directions that hold a share of a sum of squared lengths; all where none do. */
  public int holding(double share, double whole) {
    double sum = 0;
    for (int c = 0; c < energy.length; c++) {
      sum += energy[c];
      if (sum >= share * whole) {
        return c + 1;
      }
    }
    return energy.length;
  }

  /** The first directions alone. */
  public PrincipalDirections first(int count) {
    double[] fewer = new double[d * count];
    for (int j = 0; j < d; j++) {
      System.arraycopy(basis, j * energy.length, fewer, j * count, count);
    }
    double[] less = new double[count];
    System.arraycopy(energy, 0, less, 0, count);
    return new PrincipalDirections(fewer, less, d);
  }
}
