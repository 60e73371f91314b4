package dev.grassmann.engine.train;

/**
 * How parameters move against their gradients.
 *
 * @param rule the formula
 * @param rate learning rate, above 0, which a {@link Schedule} scales
 * @param beta1 Adam's memory of gradients, or the momentum of SGD, in [0, 1)
 * @param beta2 Adam's memory of squared gradients, in [0, 1); unused by SGD
 * @param epsilon added to the root of Adam's squares, above 0; unused by SGD
 * @param weightDecay pull towards zero, at least 0: part of the gradient for ADAM and SGD, apart
 *     from it for ADAMW
 */
public record OptimiserPlan(
    Rule rule, double rate, double beta1, double beta2, double epsilon, double weightDecay) {

  /** The formulas, as libtorch has them. */
  public enum Rule {
    /** Kingma, Ba 2015. */
    ADAM,
    /** Loshchilov, Hutter 2019: decay apart from the gradient. */
    ADAMW,
    /** m ← β₁ m + g, p ← p - rate · m. */
    SGD
  }

  public OptimiserPlan {
    boolean good =
        rate > 0
            && Double.isFinite(rate)
            && beta1 >= 0
            && beta1 < 1
            && beta2 >= 0
            && beta2 < 1
            && epsilon > 0
            && weightDecay >= 0;
    if (!good) {
      throw new IllegalArgumentException(
          "rate "
              + rate
              + ", betas "
              + beta1
              + " and "
              + beta2
              + ", epsilon "
              + epsilon
              + ", weight decay "
              + weightDecay);
    }
  }

  /** Adam with betas 0.9 and 0.999, epsilon 1e-8, without decay. */
  public static OptimiserPlan adam(double rate) {
    return new OptimiserPlan(Rule.ADAM, rate, 0.9, 0.999, 1e-8, 0);
  }

  /** AdamW with betas 0.9 and 0.999, epsilon 1e-8. */
  public static OptimiserPlan adamW(double rate, double weightDecay) {
    return new OptimiserPlan(Rule.ADAMW, rate, 0.9, 0.999, 1e-8, weightDecay);
  }

  /** Stochastic gradient descent. */
  public static OptimiserPlan sgd(double rate, double momentum, double weightDecay) {
    return new OptimiserPlan(Rule.SGD, rate, momentum, 0, 1e-8, weightDecay);
  }

  /** The same with other betas. */
  public OptimiserPlan withBetas(double first, double second) {
    return new OptimiserPlan(rule, rate, first, second, epsilon, weightDecay);
  }

  /** The same with another epsilon. */
  public OptimiserPlan withEpsilon(double value) {
    return new OptimiserPlan(rule, rate, beta1, beta2, value, weightDecay);
  }
}
