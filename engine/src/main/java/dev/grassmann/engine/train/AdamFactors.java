package dev.grassmann.engine.train;

/**
 * What one step multiplies by, in float32.
 *
 * @param clip the gradient
 * @param decay the parameter, as part of the gradient
 * @param keep the parameter itself
 * @param beta1 the memory of gradients
 * @param beta2 the memory of squares
 * @param rate the step, with the first bias correction in it for Adam
 * @param root the root of the squares: the second bias correction
 * @param epsilon added to it
 */
record AdamFactors(
    float clip,
    float decay,
    float keep,
    float beta1,
    float beta2,
    float rate,
    float root,
    float epsilon) {

  /**
   * @param taken steps of this parameter, with this one
   */
  static AdamFactors of(OptimiserPlan plan, double share, long taken, double clip) {
    double rate = plan.rate() * share;
    boolean apart = plan.rule() == OptimiserPlan.Rule.ADAMW;
    boolean plain = plan.rule() == OptimiserPlan.Rule.SGD;
    double first = plain ? 1 : 1 - Math.pow(plan.beta1(), taken);
    double second = plain ? 1 : 1 - Math.pow(plan.beta2(), taken);
    return new AdamFactors(
        (float) clip,
        (float) (apart ? 0 : plan.weightDecay()),
        (float) (apart ? 1 - rate * plan.weightDecay() : 1),
        (float) plan.beta1(),
        (float) plan.beta2(),
        (float) (rate / first),
        (float) (1 / Math.sqrt(second)),
        (float) plan.epsilon());
  }
}
