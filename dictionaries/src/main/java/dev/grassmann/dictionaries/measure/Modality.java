package dev.grassmann.dictionaries.measure;

import dev.grassmann.core.result.SparseCodes;

/** How much each latent of a dictionary of two kinds of data belongs to the first kind. */
public final class Modality {
  private Modality() {}

  /**
   * Energy on the first kind over energy on both, E_1[z²] / (E_1[z²] + w E_2[z²]): 1 for a latent
   * of the first kind alone, 0 of the second, NaN for one that is silent on both.
   *
   * @param first codes of rows of the first kind, e.g. images
   * @param second codes of rows of the second kind over the same latents, e.g. captions
   * @param weight w, above 0; 1/5 where each image has five captions, as the paper counts them
   */
  public static double[] scores(SparseCodes first, SparseCodes second, double weight) {
    if (first.features() != second.features()) {
      throw new IllegalArgumentException(
          first.features() + " and " + second.features() + " latents");
    }
    double[] one = energy(first);
    double[] two = energy(second);
    double[] scores = new double[one.length];
    for (int j = 0; j < scores.length; j++) {
      scores[j] = one[j] / (one[j] + weight * two[j]);
    }
    return scores;
  }

  /** Mean squared code of each latent. */
  private static double[] energy(SparseCodes codes) {
    double[] energy = new double[codes.features()];
    for (int e = 0; e < codes.entries(); e++) {
      energy[codes.latent(e)] += (double) codes.value(e) * codes.value(e) / codes.n();
    }
    return energy;
  }
}
