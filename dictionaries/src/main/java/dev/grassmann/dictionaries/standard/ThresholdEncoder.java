package dev.grassmann.dictionaries.standard;

import dev.grassmann.core.result.SparseCodes;
import dev.grassmann.dictionaries.ActiveCodes;
import dev.grassmann.dictionaries.Encoder;
import java.util.OptionalInt;

/** Codes of all pre-activations above their latent's threshold, which is at least 0. */
final class ThresholdEncoder implements Encoder {
  private final Weights weights;
  private final float[] thresholds;
  private final Finish finish;
  private final OptionalInt k;

  /** Makes codes of what a block's pre-activations passed. */
  interface Finish {
    ActiveCodes codes(ActiveCodes passed);
  }

  /**
   * @param thresholds one, or one a latent
   * @param finish what becomes of the values
   * @param k most latents a row, the largest; empty for all
   */
  ThresholdEncoder(Weights weights, float[] thresholds, Finish finish, OptionalInt k) {
    this.weights = weights;
    this.thresholds = new float[weights.features()];
    for (int j = 0; j < this.thresholds.length; j++) {
      this.thresholds[j] = Math.max(0, thresholds[thresholds.length == 1 ? 0 : j]);
    }
    this.finish = finish;
    this.k = k;
  }

  @Override
  public SparseCodes encode(float[] rows, int n) {
    SparseCodes.Builder codes = SparseCodes.builder(weights.features());
    PreActivations.each(
        weights,
        rows,
        n,
        (first, count, a) -> {
          ActiveCodes passed = finish.codes(Above.of(a, count, weights.features(), thresholds));
          codes.addAll(
              (k.isPresent() ? largest(passed) : passed).toSparseCodes(weights.features()));
        });
    return codes.build();
  }

  private ActiveCodes largest(ActiveCodes codes) {
    RowSlots slots = new RowSlots(codes.rows(), k.getAsInt());
    TopSelection top = new TopSelection(k.getAsInt());
    for (int b = 0; b < codes.rows(); b++) {
      slots.fillFrom(b, top, codes);
    }
    return slots.codes();
  }
}
