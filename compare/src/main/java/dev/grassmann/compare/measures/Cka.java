package dev.grassmann.compare.measures;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Linear centred kernel alignment (Kornblith et al. 2019): how alike two spaces are in which rows
 * they hold near each other. 1 where one is a rotated, shifted, isotropically scaled copy of the
 * other, not where it is a general linear image of it.
 */
public final class Cka {
  private Cka() {}

  /**
   * ‖Σ a bᵀ‖² / (‖Σ a aᵀ‖ ‖Σ b bᵀ‖) in [0, 1]. Far above 0 for unrelated spaces unless n is much
   * larger than their dimensions: 0.167 for Gaussian rows with n = 1,000, p = q = 200.
   *
   * @throws InputException for fewer than 2 rows, and where all rows of a space are equal
   */
  public static double biased(PairMoments moments) {
    return Hsic.biased(moments).cka();
  }

  /**
   * HSIC₁(A, B) / √(HSIC₁(A, A) HSIC₁(B, B)) in [-1, 1], about 0 for unrelated spaces, where it may
   * be negative.
   *
   * @throws InputException for fewer than 4 rows, and where a space has no variance to compare
   */
  public static double unbiased(PairMoments moments) {
    return Hsic.unbiased(moments).cka();
  }

  /**
   * HSIC₁ averaged over batches before the ratio is taken (Nguyen, Raghu, Kornblith 2021). Batches
   * are the rows as they come, {@code batch} each; an incomplete last one is left out. Put the rows
   * into a random order first unless they have one.
   *
   * @param batch rows a batch, at least 4; 256 or more for figures worth comparing
   * @throws InputException where there is no full batch, and as {@link #unbiased}
   */
  public static double minibatch(Vectors a, Vectors b, int batch, Run run) {
    return batches(a, b, batch, run).cka();
  }

  static Hsic batches(Vectors a, Vectors b, int batch, Run run) {
    if (batch < 4 || batch > a.n()) {
      throw new InputException(
          String.format(Locale.ROOT, "batches of %,d of %,d rows", batch, a.n()),
          "",
          "give batches of at least 4 rows, and rows for at least one batch");
    }
    List<Hsic> parts = new ArrayList<>();
    for (int from = 0; from + batch <= a.n(); from += batch) {
      run.step("reading batches", from, a.n());
      int to = from + batch;
      parts.add(Hsic.ofBatch(PairMoments.of(a.slice(from, to), b.slice(from, to))));
    }
    return Hsic.mean(parts);
  }
}
