package dev.grassmann.dictionaries.standard;

import dev.grassmann.dictionaries.ActiveCodes;

/** The choices among given pre-activations, by themselves. */
public final class Selections {
  private Selections() {}

  /** The largest numbers of a whole batch, those above 0. */
  public static ActiveCodes mutual(float[] a, int rows, int features, int budget) {
    BatchSelection selection = new BatchSelection(rows, budget);
    for (int b = 0; b < rows; b++) {
      selection.offer(b, a, b * features, features);
    }
    return selection.codes();
  }

  /**
   * What quotas chose.
   *
   * @param least the least number that each latent let in, which may be below 0; NaN where it let
   *     in fewer than its quota
   */
  public record ByColumn(ActiveCodes codes, float[] least) {}

  /** The largest numbers of each latent, as many as its quota. */
  public static ByColumn feature(float[] a, int rows, int features, int[] quotas) {
    ColumnSelection selection = new ColumnSelection(rows, quotas);
    for (int b = 0; b < rows; b++) {
      selection.offer(b, a, b * features, 0, features);
    }
    return new ByColumn(selection.codes(), selection.least());
  }
}
