package dev.grassmann.dictionaries.measure;

import dev.grassmann.core.result.Dictionary;
import dev.grassmann.dictionaries.Directions;
import dev.grassmann.dictionaries.train.UnitRows;

/**
 * How alike latents are: each one's largest cosine with another, averaged over latents.
 *
 * @param decoder of decoder rows
 * @param encoder of encoder rows; NaN for an architecture without an encoder of its own
 */
public record AtomCosines(double decoder, double encoder) {
  private static final int BLOCK = 512;

  public static AtomCosines of(Dictionary dictionary) {
    int features = dictionary.features();
    int d = dictionary.d();
    double encoder =
        dictionary
            .parameter(Dictionary.ENCODER)
            .map(
                rows -> {
                  UnitRows.normalise(rows, features, d);
                  return meanLargest(rows, features, d);
                })
            .orElse(Double.NaN);
    return new AtomCosines(meanLargest(Atoms.unit(dictionary), features, d), encoder);
  }

  /** O(F² d). */
  private static double meanLargest(float[] rows, int n, int d) {
    if (n < 2) {
      return Double.NaN;
    }
    double sum = 0;
    float[] cosines = new float[Math.min(BLOCK, n) * n];
    try (Directions directions = new Directions(rows, n, d, null)) {
      for (int from = 0; from < n; from += BLOCK) {
        int count = Math.min(BLOCK, n - from);
        directions.of(rows, from * d, count, cosines);
        for (int i = 0; i < count; i++) {
          float largest = -1;
          for (int j = 0; j < n; j++) {
            largest = j == from + i ? largest : Math.max(largest, cosines[i * n + j]);
          }
          sum += largest;
        }
      }
    }
    return sum / n;
  }
}
