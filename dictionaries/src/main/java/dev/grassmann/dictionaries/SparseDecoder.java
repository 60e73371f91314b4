package dev.grassmann.dictionaries;

import dev.grassmann.engine.RowRanges;
import dev.grassmann.engine.kernel.Kernel;

/**
 * x_hat = b + z W without ever making the B × F matrix z: k rows of W are gathered and added for
 * each row, O(B k d) instead of O(B F d).
 */
public final class SparseDecoder {
  private static final Kernel KERNEL = Kernel.best();
  private static final int ROWS = 16;

  private SparseDecoder() {}

  /**
   * Reconstructs a batch.
   *
   * @param decoder F × d
   * @param bias d numbers; null for none
   * @param out B × d, overwritten
   */
  public static void decode(ActiveCodes codes, float[] decoder, float[] bias, int d, float[] out) {
    RowRanges.forEach(
        codes.rows(),
        ROWS,
        (from, to) -> {
          for (int b = from; b < to; b++) {
            row(codes, b, decoder, bias, d, out);
          }
        });
  }

  private static void row(
      ActiveCodes codes, int b, float[] decoder, float[] bias, int d, float[] out) {
    int at = b * d;
    for (int c = 0; c < d; c++) {
      out[at + c] = bias == null ? 0 : bias[c];
    }
    for (int e = codes.start()[b]; e < codes.start()[b + 1]; e++) {
      KERNEL.axpy(codes.value()[e], decoder, codes.latent()[e] * d, out, at, d);
    }
  }
}
