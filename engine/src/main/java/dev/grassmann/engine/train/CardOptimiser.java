package dev.grassmann.engine.train;

import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import dev.grassmann.engine.kernel.AdamStep;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The formulas of {@link HostOptimiser} as libtorch calls, so that nothing leaves the card. Each
 * call is a launch there, and the memory of the formula lives beside the parameter.
 */
final class CardOptimiser implements Optimiser {
  private final OptimiserPlan plan;
  private final List<TensorParameter> parameters;
  private final List<Tensor> first = new ArrayList<>();
  private final List<Tensor> second = new ArrayList<>();
  private final long[] taken;

  CardOptimiser(OptimiserPlan plan, List<TensorParameter> parameters) {
    this.plan = plan;
    this.parameters = List.copyOf(parameters);
    this.taken = new long[parameters.size()];
    for (TensorParameter parameter : parameters) {
      first.add(zeros(parameter));
      second.add(zeros(parameter));
    }
  }

  private static Tensor zeros(TensorParameter parameter) {
    try (Scope scope = Scope.open()) {
      Tensor zeros = torch.zeros_like(parameter.tensor());
      zeros.retainReference(); // as long as this object
      return zeros;
    }
  }

  @Override
  public void step(double share, double clip) {
    for (int i = 0; i < parameters.size(); i++) {
      if (parameters.get(i).hasGradient()) {
        taken[i]++;
        int which = i;
        AdamStep factors = Rates.of(plan, share, taken[i], clip);
        Scope.run(() -> move(which, factors));
      }
    }
  }

  private void move(int i, AdamStep f) {
    Tensor p = parameters.get(i).tensor().detach(); // shares the numbers, outside of autograd
    Tensor m = first.get(i);
    Tensor v = second.get(i);
    Tensor g =
        parameters.get(i).tensor().grad().mul(new Scalar(f.clip())).add(p, new Scalar(f.decay()));
    if (plan.rule() == OptimiserPlan.Rule.SGD) {
      m.mul_(new Scalar(f.beta1())).add_(g);
      p.sub_(m, new Scalar(f.rate()));
      return;
    }
    m.lerp_(g, new Scalar(1 - f.beta1()));
    v.mul_(new Scalar(f.beta2())).addcmul_(g, g, new Scalar(1 - f.beta2()));
    Tensor root = v.sqrt().mul_(new Scalar(f.root())).add_(new Scalar(f.epsilon()));
    p.mul_(new Scalar(f.keep())).addcdiv_(m, root, new Scalar(-f.rate()));
  }

  @Override
  public void save(State state) {
    for (int i = 0; i < parameters.size(); i++) {
      State own = state.under(parameters.get(i).name());
      own.put("first", Tensors.floats(first.get(i)));
      own.put("second", Tensors.floats(second.get(i)));
      own.put("taken", new long[] {taken[i]});
    }
  }

  @Override
  public void load(State state) {
    for (int i = 0; i < parameters.size(); i++) {
      State own = state.under(parameters.get(i).name());
      TensorValues.restore(first.get(i), own.floats("first"));
      TensorValues.restore(second.get(i), own.floats("second"));
      taken[i] = own.longs("taken")[0];
    }
  }
}
