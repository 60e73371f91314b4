package dev.grassmann.dictionaries.train;

/**
 * One matrix that is learnt.
 *
 * @param name unique within a learner
 * @param values rows × columns; written by the optimiser, read by the learner
 * @param gradient rows × columns; written by the learner, read by the optimiser
 */
public record Parameter(String name, int rows, int columns, float[] values, float[] gradient) {
  /** A parameter with room for its gradient. */
  public static Parameter of(String name, int rows, int columns, float[] values) {
    return new Parameter(name, rows, columns, values, new float[values.length]);
  }
}
