package dev.grassmann.dictionaries.saeevaluation;

import java.util.List;

/**
 * What is computed from activations: the rest of a model, or a classifier. For each row there is a
 * right output and one that it must beat.
 */
public interface Downstream {
  /** What the margin of a row is, in words, e.g. {@code logit(IO) - logit(S)}. */
  String margin();

  /** Right output of each row. */
  int[] answers();

  /** Output of each row that the right one must beat; -1 where that is the best of all others. */
  int[] others();

  /**
   * Outputs with other activations in place, all places at once.
   *
   * @param rows which rows, by number
   * @param activations one array for each location, rows × d; empty for the rows as they are
   */
  Outputs outputs(int[] rows, List<float[]> activations);
}
