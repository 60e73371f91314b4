package dev.grassmann.engine.train;

import java.util.ArrayList;
import java.util.List;

/** Moves parameters against their gradients, and remembers what its formula needs. */
public interface Optimiser {
  /**
   * Moves every parameter that has a gradient.
   *
   * @param share of the learning rate, in [0, 1], from the schedule
   * @param clip what gradients are multiplied by first, in (0, 1]
   */
  void step(double share, double clip);

  /** Drops what it remembers of numbers that {@link ArrayParameter#forget} names. */
  default void forget() {}

  /** Keeps what the next step depends on. */
  void save(State state);

  /** Takes back what {@link #save} kept. */
  void load(State state);

  /**
   * For parameters of any kind: in main memory by one loop over arrays, on a card by libtorch, on
   * the Grassmann manifold by {@link RiemannianSgd} with the plan's rate and the authors' settings.
   */
  static Optimiser of(OptimiserPlan plan, List<Parameter> parameters) {
    List<Parameter> host = new ArrayList<>();
    List<TensorParameter> card = new ArrayList<>();
    List<TensorParameter> subspaces = new ArrayList<>();
    for (Parameter parameter : parameters) {
      if (parameter instanceof TensorParameter t && t.geometry() instanceof Geometry.Subspaces) {
        subspaces.add(t);
      } else if (parameter instanceof TensorParameter t && t.tensor().is_cuda()) {
        card.add(t);
      } else {
        host.add(parameter);
      }
    }
    List<Optimiser> parts = new ArrayList<>();
    parts.add(new HostOptimiser(plan, host));
    parts.add(new CardOptimiser(plan, card));
    if (!subspaces.isEmpty()) {
      parts.add(new RiemannianSgd(RiemannianSgd.Plan.of(plan.rate()), subspaces));
    }
    return all(parts);
  }

  /** Several as one. */
  static Optimiser all(List<Optimiser> parts) {
    List<Optimiser> kept = List.copyOf(parts);
    return new Optimiser() {
      @Override
      public void step(double share, double clip) {
        kept.forEach(part -> part.step(share, clip));
      }

      @Override
      public void forget() {
        kept.forEach(Optimiser::forget);
      }

      @Override
      public void save(State state) {
        kept.forEach(part -> part.save(state));
      }

      @Override
      public void load(State state) {
        kept.forEach(part -> part.load(state));
      }
    };
  }
}
