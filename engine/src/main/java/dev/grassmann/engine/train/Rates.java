package dev.grassmann.engine.train;

import dev.grassmann.engine.kernel.AdamStep;

/** What a plan makes of one step of one parameter. */
final class Rates {
  private Rates() {}

  /**
   * @param taken steps of this parameter, with this one
   */
  static AdamStep of(OptimiserPlan plan, double share, long taken, double clip) {
    double rate = plan.rate() * share;
    boolean apart = plan.rule() == OptimiserPlan.Rule.ADAMW;
    boolean plain = plan.rule() == OptimiserPlan.Rule.SGD;
    double first = plain ? 1 : 1 - Math.pow(plan.beta1(), taken);
    double second = plain ? 1 : 1 - Math.pow(plan.beta2(), taken);
    return new AdamStep(
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
