package dev.grassmann.dictionaries.train;

import dev.grassmann.core.result.Dictionary;
import dev.grassmann.engine.train.Parameter;
import dev.grassmann.engine.train.State;
import java.util.List;

/**
 * A sparse autoencoder while it learns: it says what its parameters are and adds up their
 * gradients; the engine's trainer owns the optimiser, the schedule, the batches and the
 * checkpoints.
 */
public interface SaeLearner {
  /** Every choice that makes this learner another than its neighbours, in words. */
  String about();

  /** All parameters, always the same objects in the same order. */
  List<Parameter> parameters();

  /**
   * Adds the gradients of the loss on a batch to the parameters', which are zero.
   *
   * @param batch rows × d, scaled; not kept
   * @param step number of the step, from 0
   */
  Outcome descend(float[] batch, int rows, long step);

  /** Restores what must hold of the parameters after they have moved. */
  void moved(long step);

  /** Keeps what, besides parameters, a training needs to go on as if it had not stopped. */
  void save(State state);

  /** Takes back what {@link #save} kept. */
  void load(State state);

  /**
   * The dictionary as it stands.
   *
   * @param scaling how batches were scaled
   */
  Dictionary dictionary(Dictionary.Scaling scaling);

  /**
   * What a batch gave.
   *
   * @param loss the loss, with auxiliary terms
   * @param squaredError sum over rows of ‖x - x_hat‖²
   * @param active codes that are not 0, in all rows together
   * @param dead latents that count as dead
   */
  record Outcome(double loss, double squaredError, int active, int dead) {}
}
