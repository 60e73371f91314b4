package dev.grassmann.clusters.mlc;

import dev.grassmann.core.data.Vectors;
import java.util.SplittableRandom;

/** Two half circles that reach into each other, the paper's first example of curved clusters. */
record Moons(Vectors points, int[] truth) {
  /**
   * @param each points a moon, evenly along it
   * @param noise standard deviation on each number
   */
  static Moons draw(int each, double noise, SplittableRandom random) {
    float[][] rows = new float[2 * each][2];
    int[] truth = new int[2 * each];
    for (int i = 0; i < 2 * each; i++) {
      int moon = i / each;
      double angle = Math.PI * (i % each) / (each - 1);
      double x = moon == 0 ? Math.cos(angle) : 1 - Math.cos(angle);
      double y = moon == 0 ? Math.sin(angle) : 0.5 - Math.sin(angle);
      rows[i][0] = (float) (x + noise * random.nextGaussian());
      rows[i][1] = (float) (y + noise * random.nextGaussian());
      truth[i] = moon;
    }
    return new Moons(Vectors.of(rows), truth);
  }
}
