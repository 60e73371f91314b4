package dev.grassmann.dictionaries.measure;

import dev.grassmann.core.InputException;
import dev.grassmann.core.result.Dictionary;
import dev.grassmann.dictionaries.Directions;
import java.util.Arrays;

/**
 * Features that two dictionaries have in common: those with an atom in the other whose cosine with
 * theirs is large enough.
 *
 * @param ofFirst share of the first's features that the other has, 0 to 1
 * @param ofOther share of the other's that the first has
 * @param meanBestCosine mean over the first's features of the largest cosine with one of the other
 */
public record SharedFeatures(double ofFirst, double ofOther, double meanBestCosine) {
  /** Atoms compared at a time. */
  private static final int BLOCK = 512;

  /**
   * Compares.
   *
   * @param same cosine from which two atoms are one feature
   * @throws InputException where they are of different dimensions
   */
  public static SharedFeatures of(Dictionary first, Dictionary other, double same) {
    int d = first.d();
    if (other.d() != d) {
      throw new InputException(
          "dictionaries of dimensions " + d + " and " + other.d(),
          "",
          "compare dictionaries of the same vectors");
    }
    float[] a = Atoms.unit(first);
    float[] b = Atoms.unit(other);
    int n = first.features();
    int m = other.features();
    float[] bestOfFirst = new float[n];
    float[] bestOfOther = new float[m];
    Arrays.fill(bestOfFirst, -1);
    Arrays.fill(bestOfOther, -1);
    float[] cosines = new float[Math.min(BLOCK, n) * m];
    try (Directions directions = new Directions(b, m, d, null)) {
      for (int from = 0; from < n; from += BLOCK) {
        int count = Math.min(BLOCK, n - from);
        directions.of(a, from * d, count, cosines);
        for (int i = 0; i < count; i++) {
          for (int j = 0; j < m; j++) {
            float cosine = cosines[i * m + j];
            bestOfFirst[from + i] = Math.max(bestOfFirst[from + i], cosine);
            bestOfOther[j] = Math.max(bestOfOther[j], cosine);
          }
        }
      }
    }
    double mean = 0;
    for (float best : bestOfFirst) {
      mean += best / n;
    }
    return new SharedFeatures(share(bestOfFirst, same), share(bestOfOther, same), mean);
  }

  private static double share(float[] best, double same) {
    int found = 0;
    for (float cosine : best) {
      found += cosine >= same ? 1 : 0;
    }
    return (double) found / best.length;
  }
}
