package dev.grassmann.dictionaries.measure;

import dev.grassmann.core.result.SparseCodes;
import dev.grassmann.dictionaries.LinearSae;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * What latents do to a linear probe of a class: the difference of their mean codes inside and
 * outside of the class, times ⟨direction, probe⟩ (SAEBench's attribution).
 */
final class ProbeEffects {
  private ProbeEffects() {}

  /**
   * The latents of largest effect, the largest first; only those that speak for the class.
   *
   * @param inside whether each row is of the class
   * @param probe d numbers
   */
  static int[] strongest(
      LinearSae sae, SparseCodes codes, boolean[] inside, float[] probe, int most) {
    double[] effect = differences(codes, inside);
    for (int j = 0; j < effect.length; j++) {
      double product = 0;
      for (int c = 0; c < probe.length; c++) {
        product += (double) probe[c] * sae.directions()[j * probe.length + c];
      }
      effect[j] *= product;
    }
    return IntStream.range(0, effect.length)
        .boxed()
        .filter(j -> effect[j] > 0)
        .sorted(Comparator.comparingDouble((Integer j) -> -effect[j]))
        .limit(most)
        .mapToInt(j -> j)
        .toArray();
  }

  /** Mean code inside less mean code outside. */
  private static double[] differences(SparseCodes codes, boolean[] inside) {
    double count = 0;
    for (boolean in : inside) {
      count += in ? 1 : 0;
    }
    double ins = 1 / Math.max(1, count);
    double outs = -1 / Math.max(1, inside.length - count);
    double[] difference = new double[codes.features()];
    for (int row = 0; row < codes.n(); row++) {
      for (int e = codes.start(row); e < codes.start(row + 1); e++) {
        difference[codes.latent(e)] += (inside[row] ? ins : outs) * codes.value(e);
      }
    }
    return difference;
  }
}
