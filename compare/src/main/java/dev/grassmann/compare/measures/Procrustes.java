package dev.grassmann.compare.measures;

import dev.grassmann.core.InputException;
import dev.grassmann.engine.linalg.Svd;

/**
 * Orthogonal Procrustes: what is left between two spaces, centred and scaled to unit Frobenius
 * norm, after the best rotation or reflection of one onto the other. The narrower one is padded
 * with zero columns.
 *
 * <p>From sums alone, distances below about 1e-8 cannot be told from 0: there 2 - 2·nuclear has no
 * digits left.
 *
 * @param nuclear ‖Σ a bᵀ‖_* / (‖A‖ ‖B‖), a sum of singular values, in [0, 1]; 1 for the same space.
 *     It is the cosine of the angle between the two as points on the sphere of shapes.
 */
public record Procrustes(double nuclear) {

  /**
   * Of two spaces.
   *
   * @throws InputException for fewer than 2 rows, and where all rows of a space are equal
   */
  public static Procrustes of(PairMoments moments) {
    moments.requireSpread(2);
    double sum = 0;
    for (double value : Svd.values(moments.ab().cross(), moments.p(), moments.q())) {
      sum += value;
    }
    double scale = Math.sqrt(moments.ab().squaresX()) * Math.sqrt(moments.ab().squaresY());
    return new Procrustes(Math.min(1, sum / scale)); // above 1 by rounding only
  }

  /** min over rotations of ‖A - B R‖², which is 2 - 2·nuclear, in [0, 2]. */
  public double squaredDistance() {
    return 2 - 2 * nuclear;
  }

  /** Root of {@link #squaredDistance()}. */
  public double distance() {
    return Math.sqrt(squaredDistance());
  }

  /** arccos(nuclear) in radians, 0 to π/2: a metric on shapes (Williams et al. 2021). */
  public double angular() {
    return Math.acos(nuclear);
  }
}
