package dev.grassmann.engine.transformer;

/**
 * Sizes of a transformer.
 *
 * @param vocabulary number of words, the padding word included
 * @param context most words of a row
 * @param width of the residual stream, d
 * @param heads a layer; they divide the width
 * @param layers blocks of attention and MLP
 * @param hidden units of each MLP
 */
public record TransformerShape(
    int vocabulary, int context, int width, int heads, int layers, int hidden) {
  public TransformerShape {
    boolean good = vocabulary > 1 && context > 0 && width > 0 && heads > 0 && layers > 0;
    if (!good || hidden < 1 || width % heads != 0) {
      throw new IllegalArgumentException(
          vocabulary
              + " words, context "
              + context
              + ", width "
              + width
              + ", "
              + heads
              + " heads, "
              + layers
              + " layers, "
              + hidden
              + " hidden");
    }
  }

  /** Numbers of a head, d_head. */
  public int headWidth() {
    return width / heads;
  }
}
