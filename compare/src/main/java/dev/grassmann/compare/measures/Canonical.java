package dev.grassmann.compare.measures;

import dev.grassmann.core.InputException;
import dev.grassmann.engine.linalg.Products;
import dev.grassmann.engine.linalg.Svd;
import java.util.Locale;

/**
 * Canonical correlations of two spaces (Hotelling 1936), from sums over rows alone: the singular
 * values of Cxx^(-1/2) Cxy Cyy^(-1/2). They stay the same under every invertible linear map of
 * either space. All are 1 where a space has as many dimensions as there are rows, and they are
 * inflated long before that: 0.207 on average for unrelated Gaussian spaces of 100 and 50 columns
 * and 2,000 rows.
 *
 * @param rho correlations, descending, min(rank A, rank B) of them, in [0, 1]
 * @param weightA how much of A each canonical direction accounts for: Σ_j |⟨h_i, x_j⟩| with h_i the
 *     i-th canonical variate of length 1 and x_j the j-th column (Morcos, Raghu, Bengio 2018)
 * @param weightB the same of B
 * @param rankA directions of A that were used
 * @param rankB directions of B that were used
 */
public record Canonical(double[] rho, double[] weightA, double[] weightB, int rankA, int rankB) {

  /**
   * Of all directions of both.
   *
   * @throws InputException where there are no more rows than columns, so that all correlations are
   *     1, and where all rows of a space are equal
   */
  public static Canonical of(PairMoments moments) {
    requireMoreRows(moments);
    return of(moments, 1, 0);
  }

  /**
   * Of the directions that hold this share of each space's variance: SVCCA (Raghu et al. 2017).
   *
   * @param variance in (0, 1]
   * @param ridge added to each direction's scatter, as a share of their mean; 0 for none
   * @throws InputException where all rows of a space are equal
   */
  public static Canonical of(PairMoments moments, double variance, double ridge) {
    moments.requireSpread(2);
    return of(
        Whitening.of(moments.aa().cross(), moments.p(), variance, ridge),
        moments.ab().cross(),
        Whitening.of(moments.bb().cross(), moments.q(), variance, ridge));
  }

  /**
   * From the three blocks of a covariance or correlation matrix.
   *
   * @param aa p × p
   * @param ab p × q
   * @param bb q × q
   */
  public static Canonical ofBlocks(double[] aa, double[] ab, double[] bb, int p, int q) {
    return of(Whitening.of(aa, p, 1, 0), ab, Whitening.of(bb, q, 1, 0));
  }

  static Canonical of(Whitening a, double[] ab, Whitening b) {
    double[] half = Products.transposedMultiply(a.map(), ab, a.rank(), a.d(), b.d());
    double[] white = Products.multiply(half, b.map(), a.rank(), b.d(), b.rank());
    Svd svd = Svd.thin(white, a.rank(), b.rank());
    double[] rho = svd.s().clone();
    for (int i = 0; i < rho.length; i++) {
      rho[i] = Math.min(1, rho[i]); // above 1 by rounding only
    }
    return new Canonical(
        rho, weights(a, svd.u(), rho.length), weights(b, svd.v(), rho.length), a.rank(), b.rank());
  }

  /** ⟨h_i, x_j⟩ is entry (j, i) of V Λ^(1/2) U: no second pass over the rows. */
  private static double[] weights(Whitening side, double[] directions, int count) {
    double[] along = Products.multiply(side.back(), directions, side.d(), side.rank(), count);
    double[] sums = new double[count];
    for (int at = 0; at < along.length; at++) {
      sums[at % count] += Math.abs(along[at]);
    }
    return sums;
  }

  /** Mean correlation, in [0, 1]. */
  public double mean() {
    double sum = 0;
    for (double r : rho) {
      sum += r;
    }
    return sum / rho.length;
  }

  /** Mean squared correlation: the share of the smaller space that the other explains. */
  public double meanSquare() {
    double sum = 0;
    for (double r : rho) {
      sum += r * r;
    }
    return sum / rho.length;
  }

  /** Projection-weighted mean correlation with A's weights; in [0, 1]. */
  public double weightedByA() {
    return weighted(weightA);
  }

  /** The same with B's weights. */
  public double weightedByB() {
    return weighted(weightB);
  }

  private double weighted(double[] weights) {
    double sum = 0;
    double all = 0;
    for (int i = 0; i < rho.length; i++) {
      sum += weights[i] * rho[i];
      all += weights[i];
    }
    return sum / all;
  }

  /**
   * Checks that correlations can be below 1.
   *
   * @throws InputException where there are no more rows than columns
   */
  public static void requireMoreRows(PairMoments moments) {
    int widest = Math.max(moments.p(), moments.q());
    if (moments.n() <= widest) {
      throw new InputException(
          String.format(
              Locale.ROOT,
              "n = %,d <= %s = %,d: CCA is perfect by construction (all correlations are 1)",
              moments.n(),
              moments.p() >= moments.q() ? "p" : "q",
              widest),
          "",
          "use svcca with --variance, give --ridge, use cka, or give more rows");
    }
  }
}
