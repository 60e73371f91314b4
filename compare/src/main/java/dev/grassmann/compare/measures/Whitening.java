package dev.grassmann.compare.measures;

import dev.grassmann.engine.linalg.SymmetricEigen;
import java.util.Arrays;

/**
 * The principal directions of a space, each divided by its length: what canonical correlations are
 * taken between.
 *
 * @param map d × rank, row-major: V Λ^(-1/2) of the scatter V Λ Vᵀ
 * @param back d × rank, row-major: V Λ^(1/2)
 * @param d columns of the space
 * @param rank directions kept
 */
record Whitening(double[] map, double[] back, int d, int rank) {
  /** Directions with less than this share of the largest one's scatter are rounding. */
  private static final double ROUNDING = 1e-10;

  /**
   * Of a centred scatter.
   *
   * @param scatter d × d, not all zero
   * @param variance share of the variance that the directions kept hold at least, in (0, 1]; at 1
   *     all are kept but those that are rounding
   * @param ridge added to each direction's scatter, as a share of their mean; 0 for none
   */
  static Whitening of(double[] scatter, int d, double variance, double ridge) {
    SymmetricEigen eigen = SymmetricEigen.of(scatter, d);
    double[] values = eigen.values();
    double total = Arrays.stream(values).filter(v -> v > 0).sum();
    int rank = 0;
    double held = 0;
    while (rank < d
        && values[rank] > ROUNDING * values[0]
        && (rank == 0 || variance >= 1 || held < variance * total)) {
      held += values[rank++];
    }
    double added = ridge * total / d;
    double[] map = new double[Math.multiplyExact(d, rank)];
    double[] back = new double[map.length];
    for (int k = 0; k < rank; k++) {
      double root = Math.sqrt(values[k] + added);
      for (int j = 0; j < d; j++) {
        double entry = eigen.vectors()[j * d + k];
        map[j * rank + k] = entry / root;
        back[j * rank + k] = entry * root;
      }
    }
    return new Whitening(map, back, d, rank);
  }
}
