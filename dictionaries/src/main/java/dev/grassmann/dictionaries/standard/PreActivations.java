package dev.grassmann.dictionaries.standard;

import dev.grassmann.dictionaries.Directions;

/** a = (x - b_dec) W_encᵀ + b_enc, block by block; open it in a try statement. */
final class PreActivations implements AutoCloseable {
  /** Pre-activations made at a time: 4 Mi numbers, 16 MiB. */
  private static final int BLOCK = 1 << 22;

  private final Weights weights;
  private final Directions products;

  PreActivations(Weights weights) {
    this.weights = weights;
    this.products =
        new Directions(weights.encoder(), weights.features(), weights.d(), weights.encoderBias());
  }

  /** Rows that make one block of F latents each. */
  static int block(int rows, int features) {
    return Math.max(1, Math.min(rows, BLOCK / features));
  }

  /** What is done with a block of pre-activations. */
  interface Work {
    /**
     * Takes rows {@code first} to {@code first + count - 1}.
     *
     * @param a count × F; lent
     */
    void block(int first, int count, float[] a);
  }

  /** Makes all rows' pre-activations, block by block in the rows' order. */
  static void each(Weights weights, float[] x, int rows, Work work) {
    int block = block(rows, weights.features());
    float[] a = new float[Math.multiplyExact(block, weights.features())];
    try (PreActivations preActivations = new PreActivations(weights)) {
      for (int first = 0; first < rows; first += block) {
        int count = Math.min(block, rows - first);
        preActivations.of(x, first, count, a);
        work.block(first, count, a);
      }
    }
  }

  /**
   * Computes a block.
   *
   * @param x rows of d numbers, the first of them row 0
   * @param out count × F, overwritten
   */
  void of(float[] x, int first, int count, float[] out) {
    int d = weights.d();
    float[] shifted = new float[count * d];
    for (int b = 0; b < count; b++) {
      for (int c = 0; c < d; c++) {
        shifted[b * d + c] = x[(first + b) * d + c] - weights.bias()[c];
      }
    }
    products.of(shifted, 0, count, out);
  }

  @Override
  public void close() {
    products.close();
  }
}
