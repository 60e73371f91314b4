package dev.grassmann.dictionaries.standard;

import dev.grassmann.core.data.Vectors;
import dev.grassmann.engine.train.Parameter;
import dev.grassmann.engine.train.State;
import java.util.List;
import java.util.Map;

/**
 * What makes one architecture of the family another than its neighbours: which latents are active,
 * what is lost, and parameters and settings of its own. Lives as long as its training.
 */
public interface Rule {
  /** Every choice in words. */
  String about();

  /** The word in a dictionary's {@code architecture}. */
  String architecture();

  /** Sparsity that the dictionary is to have; 0 where there is no such number. */
  default int k() {
    return 0;
  }

  /** Parameters beside the four that all have. */
  default List<Parameter> parameters() {
    return List.of();
  }

  /**
   * Adds a batch's gradients.
   *
   * @param x rows × d
   * @param step from 0
   * @param dead which latents are dead; null where none is
   */
  Result descend(Model model, float[] x, int rows, long step, boolean[] dead);

  /** A latent was given new weights: the rule's own parameters of it start anew. */
  default void resampled(int latent) {}

  /** Parameters of its own as a dictionary keeps them, by name. */
  default Map<String, Vectors> kept() {
    return Map.of();
  }

  /** Settings of the encoding, by name. */
  default Map<String, Double> settings() {
    return Map.of();
  }

  default void save(State state) {}

  default void load(State state) {}

  /**
   * What a batch gave.
   *
   * @param loss with all terms
   * @param squaredError sum over rows of ‖x - x_hat‖²
   * @param active codes that are not 0, in all rows together
   * @param fired for each latent, the rows in which it is active
   */
  record Result(double loss, double squaredError, int active, int[] fired) {
    /** With the rows that codes name counted. */
    static Result of(
        double loss,
        double squaredError,
        dev.grassmann.dictionaries.ActiveCodes codes,
        int features) {
      int[] fired = new int[features];
      for (int e = 0; e < codes.entries(); e++) {
        fired[codes.latent()[e]]++;
      }
      return new Result(loss, squaredError, codes.entries(), fired);
    }
  }
}
