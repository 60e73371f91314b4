package dev.grassmann.dictionaries.polysae;

import dev.grassmann.dictionaries.train.UnitRows;
import java.util.SplittableRandom;

/**
 * Rows in which some pairs of features interact: 48 random unit atoms in 64 dimensions; 96 pairs
 * that occur together, some often and most rarely; a third of them, chosen without regard to how
 * often they occur, add z_i z_j w_ij, where the w are unit vectors in 8 dimensions. A row is one
 * pair and two other atoms.
 */
final class PairWorld {
  static final int ATOMS = 48;
  static final int D = 64;
  static final int PAIRS = 96;
  private static final int SUBSPACE = 8;
  private static final double SPREAD = 0.25;

  private final float[] atoms;
  private final int[][] pairs = new int[PAIRS][];
  private final double[] upTo = new double[PAIRS];
  private final double[] frequency = new double[PAIRS];
  private final boolean[] interacts = new boolean[PAIRS];
  private final float[][] vectors = new float[PAIRS][];

  PairWorld(SplittableRandom random) {
    this.atoms = unit(random, ATOMS, D);
    float[] subspace = unit(random, SUBSPACE, D);
    boolean[][] taken = new boolean[ATOMS][ATOMS];
    double sum = 0;
    for (int p = 0; p < PAIRS; p++) {
      int i;
      int j;
      do {
        i = random.nextInt(ATOMS);
        j = random.nextInt(ATOMS);
      } while (i >= j || taken[i][j]);
      taken[i][j] = true;
      pairs[p] = new int[] {i, j};
      double u = random.nextDouble();
      frequency[p] = u * u + 0.02;
      sum += frequency[p];
      upTo[p] = sum;
      vectors[p] = new float[D];
      for (int s = 0; s < SUBSPACE; s++) {
        double weight = random.nextGaussian();
        for (int c = 0; c < D; c++) {
          vectors[p][c] += (float) (weight * subspace[s * D + c]);
        }
      }
      UnitRows.normalise(vectors[p], 1, D);
    }
    for (int marked = 0; marked < PAIRS / 3; ) {
      int p = random.nextInt(PAIRS);
      marked += interacts[p] ? 0 : 1;
      interacts[p] = true;
    }
  }

  private static float[] unit(SplittableRandom random, int n, int d) {
    float[] rows = new float[n * d];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = (float) random.nextGaussian();
    }
    UnitRows.normalise(rows, n, d);
    return rows;
  }

  int[] pair(int p) {
    return pairs[p];
  }

  /** Of each pair, relative to the others. */
  double[] frequencies() {
    return frequency.clone();
  }

  /** 1 where a pair interacts. */
  double[] interactions() {
    double[] flags = new double[PAIRS];
    for (int p = 0; p < PAIRS; p++) {
      flags[p] = interacts[p] ? 1 : 0;
    }
    return flags;
  }

  /**
   * Samples.
   *
   * @param z n × 48, true codes
   * @param x n × 64
   */
  record Sample(float[] z, float[] x) {}

  Sample sample(int n, SplittableRandom random) {
    float[] z = new float[n * ATOMS];
    float[] x = new float[n * D];
    for (int b = 0; b < n; b++) {
      int event = 0;
      double draw = random.nextDouble() * upTo[PAIRS - 1];
      while (upTo[event] < draw) {
        event++;
      }
      for (int latent : pairs[event]) {
        light(z, b, latent, random);
      }
      for (int more = 0; more < 2; ) {
        int latent = random.nextInt(ATOMS);
        if (z[b * ATOMS + latent] == 0) {
          light(z, b, latent, random);
          more++;
        }
      }
      compose(z, x, b);
    }
    return new Sample(z, x);
  }

  private static void light(float[] z, int b, int latent, SplittableRandom random) {
    z[b * ATOMS + latent] = (float) Math.abs(1 + SPREAD * random.nextGaussian());
  }

  private void compose(float[] z, float[] x, int b) {
    for (int i = 0; i < ATOMS; i++) {
      float code = z[b * ATOMS + i];
      for (int c = 0; c < D && code != 0; c++) {
        x[b * D + c] += code * atoms[i * D + c];
      }
    }
    for (int p = 0; p < PAIRS; p++) {
      float product = z[b * ATOMS + pairs[p][0]] * z[b * ATOMS + pairs[p][1]];
      for (int c = 0; c < D && interacts[p] && product != 0; c++) {
        x[b * D + c] += product * vectors[p][c];
      }
    }
  }
}
