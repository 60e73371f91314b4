package dev.grassmann.dictionaries.train;

import dev.grassmann.core.result.Dictionary;
import java.util.List;
import java.util.Map;

/**
 * A sparse autoencoder while it learns: it says what its parameters are and writes their gradients;
 * the training loop owns the optimiser, the schedule, the batches and the checkpoints.
 */
public interface SaeLearner {
  /** Every choice that makes this learner another than its neighbours, in words. */
  String about();

  /** All parameters, always the same objects in the same order. */
  List<Parameter> parameters();

  /**
   * Overwrites the gradients with those of the loss on a batch.
   *
   * @param batch rows × d, scaled; not kept
   * @param step number of the step, from 0
   */
  Outcome descend(float[] batch, int rows, long step);

  /** Restores what must hold of the parameters after the optimiser's step. */
  void stepped(long step);

  /**
   * What must be kept besides parameters for a training to go on as if it had not stopped. Only
   * numbers below 2^53 in magnitude, which float64 holds exactly.
   */
  Map<String, double[]> state();

  /** Goes on from what {@link #state} gave. */
  void restore(Map<String, double[]> state);

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
