package dev.grassmann.compare.measures;

import dev.grassmann.core.InputException;
import java.util.List;

/**
 * Estimates of the Hilbert-Schmidt independence criterion with linear kernels K = A Aᵀ and L = B
 * Bᵀ, of both spaces together and of each with itself: numerator and denominator of {@link Cka}.
 *
 * @param ab of A with B; an unbiased one may be negative
 * @param aa of A with itself, at least 0
 * @param bb of B with itself, at least 0
 */
public record Hsic(double ab, double aa, double bb) {

  /** Relative size below which a difference of large sums is their rounding. */
  private static final double ROUNDING = 1e-13;

  /**
   * The biased estimate of Gretton et al. 2005: ‖Σ a bᵀ‖² / (n - 1)².
   *
   * @throws InputException for fewer than 2 rows, and where all rows of a space are equal
   */
  public static Hsic biased(PairMoments moments) {
    moments.requireSpread(2);
    double scale = 1 / Math.pow(moments.n() - 1.0, 2);
    return new Hsic(
        scale * moments.ab().crossSquared(),
        scale * moments.aa().crossSquared(),
        scale * moments.bb().crossSquared());
  }

  /**
   * HSIC₁, the unbiased estimate (Song et al. 2012, equation 5).
   *
   * @throws InputException for fewer than 4 rows, and where all rows of a space are equal
   */
  public static Hsic unbiased(PairMoments moments) {
    moments.requireSpread(4);
    return ofBatch(moments);
  }

  /** The same for one batch of many, whose rows may happen to be all equal: that counts as 0. */
  static Hsic ofBatch(PairMoments moments) {
    return new Hsic(unbiased(moments.ab()), withItself(moments.aa()), withItself(moments.bb()));
  }

  /**
   * [tr(K̃L̃) + 1ᵀK̃1 1ᵀL̃1 / ((n-1)(n-2)) - 2/(n-2) 1ᵀK̃L̃1] / (n(n-3)), where K̃ is K with a zero
   * diagonal. Rows about their mean sum to zero, which leaves tr(K̃L̃) = ‖Σ x yᵀ‖² - Σ ‖x‖²‖y‖²,
   * 1ᵀK̃1 = -Σ ‖x‖² and 1ᵀK̃L̃1 = Σ ‖x‖²‖y‖².
   */
  private static double unbiased(JointMoments m) {
    double n = m.n();
    double trace = m.crossSquared() - m.squares();
    double sums = m.squaresX() * m.squaresY() / ((n - 1) * (n - 2));
    return (trace + sums - 2 / (n - 2) * m.squares()) / (n * (n - 3));
  }

  /** A sum of squares, so what is below 0, or as small as the rounding of its terms, is 0. */
  private static double withItself(JointMoments m) {
    double value = unbiased(m);
    double size = (m.crossSquared() + m.squares()) / (m.n() * (m.n() - 3.0));
    return value > ROUNDING * size ? value : 0;
  }

  /** The mean of each of the three. */
  static Hsic mean(List<Hsic> parts) {
    return new Hsic(
        parts.stream().mapToDouble(Hsic::ab).sum() / parts.size(),
        parts.stream().mapToDouble(Hsic::aa).sum() / parts.size(),
        parts.stream().mapToDouble(Hsic::bb).sum() / parts.size());
  }

  /**
   * The ratio ab / √(aa · bb), in [-1, 1].
   *
   * @throws InputException where one of the spaces has no such criterion with itself
   */
  public double cka() {
    requireOwn(aa, "A");
    requireOwn(bb, "B");
    // two roots, not the root of a product, which could leave the range of doubles
    return ab / Math.sqrt(aa) / Math.sqrt(bb);
  }

  private static void requireOwn(double own, String name) {
    if (!(own > 0)) {
      throw new InputException(
          "any two rows of " + name + " are equally alike, so unbiased CKA is 0 / 0",
          "",
          "use the biased one (cka-biased) or more rows");
    }
  }
}
