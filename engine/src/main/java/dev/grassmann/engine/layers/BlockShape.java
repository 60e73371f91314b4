package dev.grassmann.engine.layers;

/**
 * What a transformer's block looks like.
 *
 * @param d numbers a token
 * @param heads of attention, a divisor of d
 * @param hidden width inside the feed-forward part
 * @param causal whether a token sees itself and earlier ones only
 * @param gated SwiGLU instead of GELU
 * @param layerScale what each branch's gain starts from (Touvron and others 2021); 0 for no gain
 */
public record BlockShape(
    int d, int heads, int hidden, boolean causal, boolean gated, double layerScale) {
  public BlockShape {
    if (d < 1 || heads < 1 || d % heads != 0 || hidden < 1 || !(layerScale >= 0)) {
      throw new IllegalArgumentException(
          d + " numbers, " + heads + " heads, " + hidden + " hidden, gain " + layerScale);
    }
  }
}
