package dev.grassmann.dictionaries.standard;

import dev.grassmann.core.data.Vectors;
import dev.grassmann.dictionaries.ActiveCodes;
import dev.grassmann.engine.train.State;
import java.util.Map;

/** Who of a batch's rows and latents may have how much of its k · B codes. */
public interface Allocation {
  /** Nobody in particular: the largest anywhere. */
  Allocation ANYWHERE = new Allocation() {};

  /** Every choice in words. */
  default String about() {
    return "";
  }

  /**
   * Rows that each latent may have in a step; null where only the sum is bounded.
   *
   * @param budget codes of the whole batch, k · B
   */
  default int[] quotas(int budget, int rows, long step) {
    return null;
  }

  /**
   * Latents that the loss for dead ones takes up.
   *
   * @param dead those that have been silent for long; null where none is
   * @return null where none is to be taken up
   */
  default boolean[] revived(boolean[] dead, long step) {
    return dead;
  }

  /** What that loss is multiplied with besides. */
  default double weight(boolean[] revived, int kAux) {
    return 1;
  }

  /**
   * Sees what a step chose.
   *
   * @param fired for each latent, the rows in which it is active
   * @param least for each latent, the least of the values that its quota let in, NaN where it let
   *     in fewer; null without quotas
   */
  default void chosen(ActiveCodes codes, int[] fired, float[] least, int rows, long step) {}

  /**
   * Thresholds by which each latent is active where there is no batch; null where one threshold
   * serves all.
   *
   * @param common the threshold of all, for latents without one of their own
   */
  default float[] thresholds(float common) {
    return null;
  }

  /** What else a dictionary keeps, by name. */
  default Map<String, Vectors> kept() {
    return Map.of();
  }

  default void save(State state) {}

  default void load(State state) {}
}
