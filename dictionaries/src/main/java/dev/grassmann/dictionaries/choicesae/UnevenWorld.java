package dev.grassmann.dictionaries.choicesae;

import dev.grassmann.dictionaries.train.UnitRows;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Rows of which some need more features than others: 256 random unit atoms in 64 dimensions, which
 * occur in proportion to 1 / (r + 8); a row draws 2, 4 or 12 of them, a third of the rows each.
 */
final class UnevenWorld {
  static final int ATOMS = 256;
  static final int D = 64;
  private static final int[] COUNTS = {2, 4, 12};
  private static final double SPREAD = 0.2;

  private final float[] atoms = new float[ATOMS * D];
  private final double[] upTo = new double[ATOMS];

  UnevenWorld(SplittableRandom random) {
    for (int i = 0; i < atoms.length; i++) {
      atoms[i] = (float) random.nextGaussian();
    }
    UnitRows.normalise(atoms, ATOMS, D);
    double sum = 0;
    for (int r = 0; r < ATOMS; r++) {
      sum += 1.0 / (r + 1 + 8);
      upTo[r] = sum;
    }
  }

  float[] atoms() {
    return atoms.clone();
  }

  /**
   * Samples.
   *
   * @param x n × 64
   * @param counts atoms of each row
   */
  record Sample(float[] x, int[] counts) {}

  Sample sample(int n, SplittableRandom random) {
    float[] x = new float[n * D];
    int[] counts = new int[n];
    for (int b = 0; b < n; b++) {
      counts[b] = COUNTS[random.nextInt(3)];
      boolean[] taken = new boolean[ATOMS];
      for (int found = 0; found < counts[b]; ) {
        int atom = draw(random);
        if (!taken[atom]) {
          taken[atom] = true;
          found++;
          float code = (float) Math.abs(1 + SPREAD * random.nextGaussian());
          for (int c = 0; c < D; c++) {
            x[b * D + c] += code * atoms[atom * D + c];
          }
        }
      }
    }
    return new Sample(x, counts);
  }

  private int draw(SplittableRandom random) {
    int found = Arrays.binarySearch(upTo, random.nextDouble() * upTo[ATOMS - 1]);
    return Math.min(ATOMS - 1, found < 0 ? -found - 1 : found);
  }
}
