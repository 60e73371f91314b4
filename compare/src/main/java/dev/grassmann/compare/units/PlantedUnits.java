package dev.grassmann.compare.units;

import dev.grassmann.core.data.VectorPair;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Permutation;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.linalg.Qr;
import java.util.SplittableRandom;

/**
 * Two networks of 64 units of which is known what they share: 24 units one to one, four groups of
 * five that span the same subspace with different bases, and 20 of their own. Noise of deviation
 * 0.3 lies on every unit; units are scaled and shifted, and those of B permuted.
 *
 * @param pair the activations, 6,000 × 64 each
 * @param place unit of B that each planted unit became
 */
record PlantedUnits(VectorPair pair, int[] place) {
  static final int ROWS = 6_000;
  static final int UNITS = 64;
  static final int SHARED = 24;
  static final int GROUPS = 4;
  static final int GROUP = 5;

  /** Last of the units that are shared in any way, exclusive. */
  static final int KNOWN = SHARED + GROUPS * GROUP;

  private static final double NOISE = 0.3;

  static PlantedUnits of(long seed) {
    SplittableRandom random = Run.seeded(seed).random("planted units");
    double[][] bases = new double[2 * GROUPS][];
    for (int g = 0; g < bases.length; g++) {
      double[] square = new double[GROUP * GROUP];
      for (int i = 0; i < square.length; i++) {
        square[i] = random.nextGaussian();
      }
      bases[g] = Qr.of(square, GROUP, GROUP).q();
    }
    int[] place = Permutation.of(UNITS, random);
    double[][] scale = new double[4][UNITS]; // scale and shift of A, then of B
    for (double[] row : scale) {
      for (int j = 0; j < UNITS; j++) {
        row[j] = random.nextGaussian();
      }
    }
    float[] a = new float[ROWS * UNITS];
    float[] b = new float[ROWS * UNITS];
    double[] latent = new double[UNITS];
    double[] turned = new double[UNITS];
    for (int row = 0; row < ROWS; row++) {
      for (int j = 0; j < UNITS; j++) {
        latent[j] = random.nextGaussian();
      }
      fill(a, row, turn(latent, turned, bases, 0), scale[0], scale[1], null, random);
      for (int j = KNOWN; j < UNITS; j++) {
        latent[j] = random.nextGaussian(); // B's own
      }
      fill(b, row, turn(latent, turned, bases, GROUPS), scale[2], scale[3], place, random);
    }
    return new PlantedUnits(
        new VectorPair(Vectors.of(a, ROWS, UNITS), Vectors.of(b, ROWS, UNITS)), place);
  }

  private static double[] turn(double[] latent, double[] turned, double[][] bases, int first) {
    System.arraycopy(latent, 0, turned, 0, UNITS);
    for (int g = 0; g < GROUPS; g++) {
      int from = SHARED + g * GROUP;
      for (int i = 0; i < GROUP; i++) {
        double sum = 0;
        for (int j = 0; j < GROUP; j++) {
          sum += bases[first + g][i * GROUP + j] * latent[from + j];
        }
        turned[from + i] = sum;
      }
    }
    return turned;
  }

  private static void fill(
      float[] target,
      int row,
      double[] values,
      double[] logScale,
      double[] shift,
      int[] place,
      SplittableRandom random) {
    for (int j = 0; j < UNITS; j++) {
      double noisy = values[j] + NOISE * random.nextGaussian();
      int at = row * UNITS + (place == null ? j : place[j]);
      target[at] = (float) (Math.exp(logScale[j]) * noisy + shift[j]);
    }
  }

  /** What a unit of A belongs to: its own number, its group's first, or -1 for its own. */
  static int truth(int unit) {
    if (unit >= KNOWN) {
      return -1;
    }
    return unit < SHARED ? unit : SHARED + (unit - SHARED) / GROUP * GROUP;
  }
}
