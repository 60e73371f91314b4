package dev.grassmann.engine.train;

import java.util.List;
import java.util.Map;

/** Something that learns from batches of rows. It lives as long as its training. */
public interface Learner {
  /** The parameters, always the same ones in the same order. */
  List<Parameter> parameters();

  /**
   * Every choice that makes this training another than one with the same plan and data, in words: a
   * run resumes only where they are the same.
   */
  default String about() {
    return "";
  }

  /**
   * Computes the loss of a batch and leaves its gradient in the parameters, whose gradients were
   * cleared: by {@code loss.backward()}, or by arithmetic of its own. Runs in a scope of its own,
   * with libtorch's generator seeded for this step.
   *
   * @param step from 0
   */
  Outcome learn(Batch batch, long step);

  /** After the parameters have moved: where they must be put back on what they are bound to. */
  default void moved(long step) {}

  /** Whether it has learnt all that it wants to: the training ends before the next step. */
  default boolean done() {
    return false;
  }

  /** What it remembers beside its parameters, e.g. counters; goes into checkpoints. */
  default void save(State state) {}

  /** Takes back what {@link #save} wrote. */
  default void load(State state) {}

  /**
   * What a batch showed.
   *
   * @param loss what is made small; NaN or infinity end the training with an error
   * @param extra further figures for the log, the same names at each step
   */
  record Outcome(double loss, Map<String, Double> extra) {
    public Outcome(double loss) {
      this(loss, Map.of());
    }
  }
}
