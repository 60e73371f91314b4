package dev.grassmann.dictionaries.standard;

import dev.grassmann.dictionaries.ActiveCodes;
import dev.grassmann.engine.RowRanges;
import dev.grassmann.engine.linalg.HalfProducts;

/**
 * The k largest pre-activations of each row, where the processor multiplies bfloat16: products of 8
 * significant bits say which latents may be among them, and those alone are computed in float32 and
 * compared. What is chosen is what float32 would have chosen, since how far a rounded product can
 * be off is known: with x' and w' what x and w are rounded to,
 *
 * <p>|⟨x, w⟩ - ⟨x', w'⟩| ≤ ‖x - x'‖ ‖w'‖ + ‖x‖ ‖w - w'‖ (Cauchy, Schwarz),
 *
 * <p>plus the rounding of the product. If the k-th largest rounded product is T and none is off by
 * more than E, the k-th largest true one is at least T - E, and whatever reaches that has a rounded
 * product of at least T - 2 E.
 */
final class Screening {
  /** Below so many numbers in the encoder, float32 is done before they are rounded. */
  private static final int WIDE = 1 << 22;

  private static final int FEW_ROWS = 128;

  /** Rounded products made at a time: 16 MiB of them. */
  private static final int BLOCK = 1 << 23;

  private static final int ROWS = 4;

  private final Weights weights;
  private final int k;

  private Screening(Weights weights, int k) {
    this.weights = weights;
    this.k = k;
  }

  /** Whether a choice of the k largest of each row is faster made this way. */
  static boolean suits(Weights weights, int rows, int k) {
    return HalfProducts.fast()
        && rows >= FEW_ROWS
        && (long) weights.features() * weights.d() >= WIDE
        && weights.features() >= 32L * k;
  }

  /**
   * Chooses from a batch.
   *
   * @param x rows × d
   */
  static ActiveCodes choose(Weights weights, float[] x, int rows, int k) {
    Screening screening = new Screening(weights, k);
    float[] shifted = weights.shifted(x, rows);
    return screening.largest(screening.compared(screening.candidates(shifted, rows), shifted));
  }

  /** Latents that may be among a row's k largest, for each row. */
  private int[][] candidates(float[] shifted, int rows) {
    int columns = HalfRows.columns(weights.d());
    HalfRows directions = HalfRows.ofLatents(weights);
    HalfRows inputs = HalfRows.ofInputs(shifted, rows, weights.d());
    int[][] candidates = new int[rows][];
    int block = Math.max(1, Math.min(rows, BLOCK / weights.features()));
    try (HalfProducts products = new HalfProducts(directions, weights.features(), columns)) {
      directions.bound();
      for (int from = 0; from < rows; from += block) {
        int first = from;
        int count = Math.min(block, rows - first);
        products.of(
            inputs,
            first,
            count,
            lent ->
                RowRanges.forEach(
                    count,
                    ROWS,
                    (lo, hi) -> {
                      Candidates row = new Candidates(directions, k);
                      for (int b = lo; b < hi; b++) {
                        lent.row(b, row.products());
                        int i = first + b;
                        candidates[i] = row.of(inputs.norm(i), inputs.lost(i));
                      }
                    }));
      }
    }
    return candidates;
  }

  /** Candidates with their pre-activations in float32. */
  private ActiveCodes compared(int[][] candidates, float[] shifted) {
    int[] start = new int[candidates.length + 1];
    for (int b = 0; b < candidates.length; b++) {
      start[b + 1] = Math.addExact(start[b], candidates[b].length);
    }
    int[] latent = new int[start[candidates.length]];
    for (int b = 0; b < candidates.length; b++) {
      System.arraycopy(candidates[b], 0, latent, start[b], candidates[b].length);
    }
    ActiveCodes unknown = new ActiveCodes(candidates.length, start, latent, null);
    float[] value =
        ByLatent.of(unknown, weights.features()).products(shifted, weights.encoder(), weights.d());
    for (int e = 0; e < value.length; e++) {
      value[e] += weights.encoderBias()[latent[e]];
    }
    return new ActiveCodes(candidates.length, start, latent, value);
  }

  private ActiveCodes largest(ActiveCodes candidates) {
    RowSlots slots = new RowSlots(candidates.rows(), k);
    RowRanges.forEach(
        candidates.rows(),
        ROWS,
        (from, to) -> {
          TopSelection top = new TopSelection(k);
          for (int b = from; b < to; b++) {
            slots.fillFrom(b, top, candidates);
          }
        });
    return slots.codes();
  }
}
