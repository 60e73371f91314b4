package dev.grassmann.tables.kan;

/** The base function x / (1 + e^-x). */
final class Silu {
  private static final float LOG2_E = 1.4426950408889634f;

  /** The two parts of ln 2: a whole number times the first is exact in float32. */
  private static final float LN2_HIGH = 0.693359375f;

  private static final float LN2_LOW = -2.12194440e-4f;

  /** Beyond this e^-x over- or underflows and the answer is known. */
  private static final float FAR = 87;

  private Silu() {}

  static float of(float x) {
    return x * sigmoid(x);
  }

  static float slope(float x) {
    float s = sigmoid(x);
    return s + x * s * (1 - s);
  }

  static float sigmoid(float x) {
    return 1 / (1 + exp(-x));
  }

  /**
   * e^x to about two units in the last place, several times as fast as {@link Math#exp}: 2^k by its
   * exponent bits, the rest by the first terms of the series, whose next is below 2e-8 there.
   */
  private static float exp(float x) {
    float bounded = Math.max(-FAR, Math.min(FAR, x));
    int k = Math.round(bounded * LOG2_E);
    float r = bounded - k * LN2_HIGH - k * LN2_LOW;
    float series = 1 / 720f + r * (1 / 5040f);
    series = 1 / 120f + r * series;
    series = 1 / 24f + r * series;
    series = 1 / 6f + r * series;
    series = 0.5f + r * series;
    return (1 + r + r * r * series) * Float.intBitsToFloat((k + 127) << 23);
  }
}
