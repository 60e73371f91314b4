package dev.grassmann.clusters.franca;

import dev.grassmann.core.subspace.Subspace;
import java.util.SplittableRandom;

/**
 * Token features of which all is known: 16 dimensions say the class of the image, two its token's
 * place, and a little noise is everywhere.
 *
 * @param z items × places × d
 * @param truth class of each item
 */
record PlaceWorld(float[] z, int[] truth) {
  static final int D = 64;
  static final int GRID = 14;
  static final int ITEMS = 200;
  static final int CLASSES = 8;
  private static final int SEMANTIC = 16;

  static PlaceWorld draw(SplittableRandom random) {
    int places = GRID * GRID;
    double[] raw = new double[D * (SEMANTIC + 2)];
    for (int p = 0; p < raw.length; p++) {
      raw[p] = random.nextGaussian();
    }
    double[] basis = Subspace.spannedBy(raw, D, SEMANTIC + 2).basis();
    double[] centres = new double[CLASSES * SEMANTIC];
    for (int p = 0; p < centres.length; p++) {
      centres[p] = random.nextGaussian();
    }
    float[] z = new float[ITEMS * places * D];
    int[] truth = new int[ITEMS];
    double[] inside = new double[SEMANTIC + 2];
    for (int i = 0; i < ITEMS; i++) {
      truth[i] = i % CLASSES;
      for (int t = 0; t < places; t++) {
        for (int k = 0; k < SEMANTIC; k++) {
          inside[k] = centres[truth[i] * SEMANTIC + k] + 0.5 * random.nextGaussian();
        }
        inside[SEMANTIC] = 6 * ((double) (t / GRID) / (GRID - 1) - 0.5);
        inside[SEMANTIC + 1] = 6 * ((double) (t % GRID) / (GRID - 1) - 0.5);
        int at = (i * places + t) * D;
        for (int j = 0; j < D; j++) {
          double sum = 0.1 * random.nextGaussian();
          for (int k = 0; k < inside.length; k++) {
            sum += basis[j * inside.length + k] * inside[k];
          }
          z[at + j] = (float) sum;
        }
      }
    }
    return new PlaceWorld(z, truth);
  }
}
