package dev.grassmann.dictionaries.saeevaluation;

import java.util.OptionalDouble;

/**
 * Whether a reconstruction carries the computation. All four are means over rows of the margin by
 * which the right output beats the other.
 *
 * @param clean with the activations as they are
 * @param ablated with the mean activation in their place
 * @param reconstructed with a_hat in their place
 * @param complement with mean + a - a_hat in their place: all but the reconstruction
 */
public record Approximation(double clean, double ablated, double reconstructed, double complement) {
  /** Share of the clean margin above which ablation is said to do no harm. */
  private static final double HARMLESS = 0.9;

  /** reconstructed / clean; 1 is ideal. */
  public double sufficiency() {
    return reconstructed / clean;
  }

  /** Whether the mean in place of the activations leaves more than 0.9 of the margin. */
  public boolean harmless() {
    return ablated > HARMLESS * clean;
  }

  /**
   * 1 - |ablated - complement| / |ablated - clean|; 1 is ideal. Empty where ablation does no harm:
   * the quotient would mean nothing.
   */
  public OptionalDouble necessity() {
    return harmless()
        ? OptionalDouble.empty()
        : OptionalDouble.of(1 - Math.abs(ablated - complement) / Math.abs(ablated - clean));
  }
}
