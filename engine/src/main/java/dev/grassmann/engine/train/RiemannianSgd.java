package dev.grassmann.engine.train;

import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import dev.grassmann.engine.manifold.SubspaceStacks;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Gradient descent with momentum on the Grassmann manifold, for parameters marked {@link
 * Geometry.Subspaces}: Grassmann class representation, arXiv 2308.01547, section 4 and the authors'
 * program. All subspaces of a parameter move in one batch; float32 and float64; no weight decay,
 * which would leave the manifold.
 */
public final class RiemannianSgd implements Optimiser {
  /** What becomes of the momentum when the point moves. */
  public enum Momentum {
    /** It stays in the surrounding space and is projected where it is used: the program. */
    AMBIENT_PROJECT,
    /** It is projected onto each new tangent space: the paper's text. */
    TANGENT_PROJECT,
    /** It is carried along the geodesic, which keeps its length. */
    PARALLEL
  }

  /**
   * How to move.
   *
   * @param rate learning rate of the other parameters, above 0
   * @param rateFactor what this one's rate is of theirs, above 0
   * @param decay what the momentum keeps of itself, in [0, 1)
   * @param reorthonormalise steps from one QR that takes rounding off to the next, at least 1
   * @param momentum what becomes of it when the point moves
   */
  public record Plan(
      double rate, double rateFactor, double decay, int reorthonormalise, Momentum momentum) {
    public Plan {
      boolean good = rate > 0 && rateFactor > 0 && decay >= 0 && decay < 1;
      if (!good || reorthonormalise < 1) {
        throw new IllegalArgumentException(
            "rate "
                + rate
                + " x "
                + rateFactor
                + ", momentum "
                + decay
                + ", QR every "
                + reorthonormalise
                + " steps");
      }
    }

    /** The authors' settings: momentum 0.9, QR every 5 steps. */
    public static Plan of(double rate) {
      return new Plan(rate, 1, 0.9, 5, Momentum.AMBIENT_PROJECT);
    }
  }

  private final Plan plan;
  private final List<TensorParameter> parameters;
  private final List<Tensor> buffers = new ArrayList<>();
  private long steps;

  /**
   * @param parameters each marked {@link Geometry.Subspaces}, its rows orthonormal k by k
   */
  public RiemannianSgd(Plan plan, List<TensorParameter> parameters) {
    this.plan = plan;
    this.parameters = List.copyOf(parameters);
    for (TensorParameter parameter : parameters) {
      if (!(parameter.geometry() instanceof Geometry.Subspaces)) {
        throw new IllegalArgumentException(parameter.name() + " holds no subspaces");
      }
      try (Scope scope = Scope.open()) {
        Tensor buffer = torch.zeros_like(parameter.tensor());
        buffer.retainReference(); // as long as this object
        buffers.add(buffer);
      }
    }
  }

  @Override
  public void step(double share, double clip) {
    steps++;
    for (int i = 0; i < parameters.size(); i++) {
      if (parameters.get(i).hasGradient()) {
        int which = i;
        Scope.run(() -> move(which, -plan.rate() * plan.rateFactor() * share, clip));
      }
    }
  }

  private void move(int which, double t, double clip) {
    TensorParameter parameter = parameters.get(which);
    int k = ((Geometry.Subspaces) parameter.geometry()).k();
    long[] stack = {parameter.shape()[0] / k, k, parameter.shape()[1]};
    Tensor points = parameter.tensor().detach().view(stack); // shares the numbers
    Tensor buffer = buffers.get(which).view(stack);
    Tensor gradient = parameter.tensor().grad().mul(new Scalar(clip)).view(stack);
    boolean ambient = plan.momentum() == Momentum.AMBIENT_PROJECT;
    buffer.mul_(new Scalar(plan.decay()));
    buffer.add_(ambient ? gradient : SubspaceStacks.tangent(points, gradient));
    Tensor direction = SubspaceStacks.tangent(points, buffer);
    SubspaceStacks.Step step = SubspaceStacks.geodesic(points, direction, t);
    switch (plan.momentum()) {
      case AMBIENT_PROJECT -> {}
      case TANGENT_PROJECT -> buffer.copy_(direction);
      case PARALLEL -> buffer.copy_(step.direction());
    }
    boolean due = steps % plan.reorthonormalise() == 0;
    points.copy_(due ? SubspaceStacks.orthonormal(step.points()) : step.points());
  }

  /** The momentum itself, in the parameter's layout. */
  Tensor momentum(int parameter) {
    return buffers.get(parameter);
  }

  @Override
  public void save(State state) {
    state.put("riemannian-steps", new long[] {steps});
    for (int i = 0; i < parameters.size(); i++) {
      // in float64, which holds either type exactly
      state.under(parameters.get(i).name()).put("momentum", Tensors.doubles(buffers.get(i)));
    }
  }

  @Override
  public void load(State state) {
    steps = state.longs("riemannian-steps")[0];
    for (int i = 0; i < parameters.size(); i++) {
      TensorValues.restore(
          buffers.get(i), state.under(parameters.get(i).name()).doubles("momentum"));
    }
  }
}
