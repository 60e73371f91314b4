package dev.grassmann.dictionaries.standard;

import dev.grassmann.dictionaries.ActiveCodes;
import dev.grassmann.engine.RowRanges;
import dev.grassmann.engine.kernel.Kernel;

/**
 * Gradients of a loss of x_hat = z W_dec (+ b_dec) through the chosen latents alone: O(B k d), no B
 * × F matrix. The choice itself counts as fixed. Sums go latent by latent, so that each row of a
 * gradient passes through the cache once.
 */
public final class SparseBackward {
  private static final Kernel KERNEL = Kernel.best();

  private static final int COLUMNS = 64;

  private final Weights weights;
  private final ActiveCodes codes;
  private final ByLatent order;

  public SparseBackward(Weights weights, ActiveCodes codes) {
    this(weights, codes, ByLatent.of(codes, weights.features()));
  }

  /**
   * @param order the codes' own
   */
  SparseBackward(Weights weights, ActiveCodes codes, ByLatent order) {
    this.weights = weights;
    this.codes = codes;
    this.order = order;
  }

  /**
   * The gradient with respect to each code: ⟨g, W_dec⟩.
   *
   * @param outputGradient B × d, the loss's with respect to x_hat
   */
  float[] toCodes(float[] outputGradient) {
    return order.products(outputGradient, weights.decoder(), weights.d());
  }

  /** Hands gradients of pre-activations on to the encoder's bias. */
  public static void toBias(ActiveCodes codes, float[] toPre, Weights into) {
    for (int e = 0; e < codes.entries(); e++) {
      into.encoderBias()[codes.latent()[e]] += toPre[e];
    }
  }

  /**
   * Hands gradients on to the decoder.
   *
   * @param biased whether b_dec was added to what was decoded
   */
  void toDecoder(float[] outputGradient, boolean biased, Weights into) {
    int d = weights.d();
    order.eachPart(
        (part, from, to) -> {
          for (int j = from; j < to; j++) {
            for (int p = order.start()[j]; p < order.start()[j + 1]; p++) {
              float z = codes.value()[order.entry()[p]];
              KERNEL.axpy(z, outputGradient, order.row()[p] * d, into.decoder(), j * d, d);
            }
          }
        });
    if (biased) {
      addColumns(outputGradient, codes.rows(), into.bias());
    }
  }

  /**
   * Hands gradients on to the encoder and, since a = (x - b_dec) W_encᵀ + b_enc, to b_dec.
   *
   * @param toProduct gradient with respect to (x - b_dec) W_encᵀ of each entry
   * @param x B × d, the batch
   */
  public void toEncoder(float[] toProduct, float[] x, Weights into) {
    int d = weights.d();
    float[] shifted = weights.shifted(x, codes.rows());
    float[] toBias = new float[ByLatent.PARTS * d];
    order.eachPart(
        (part, from, to) -> {
          for (int j = from; j < to; j++) {
            float sum = 0;
            for (int p = order.start()[j]; p < order.start()[j + 1]; p++) {
              float dz = toProduct[order.entry()[p]];
              KERNEL.axpy(dz, shifted, order.row()[p] * d, into.encoder(), j * d, d);
              sum += dz;
            }
            if (sum != 0) {
              KERNEL.axpy(-sum, weights.encoder(), j * d, toBias, part * d, d);
            }
          }
        });
    addColumns(toBias, ByLatent.PARTS, into.bias());
  }

  /** Adds all rows to one, each column by one thread. */
  private static void addColumns(float[] rows, int n, float[] sums) {
    int d = sums.length;
    RowRanges.forEach(
        d,
        COLUMNS,
        (lo, hi) -> {
          for (int b = 0; b < n; b++) {
            KERNEL.axpy(1, rows, b * d + lo, sums, lo, hi - lo);
          }
        });
  }
}
