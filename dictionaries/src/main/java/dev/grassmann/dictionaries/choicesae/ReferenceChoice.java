package dev.grassmann.dictionaries.choicesae;

import dev.grassmann.dictionaries.ActiveCodes;
import dev.grassmann.dictionaries.standard.Selections;
import java.util.Arrays;

/**
 * The worked example: 5 rows and 4 latents with A[i][j] = sin(0.7 i + 1.3 j (1 + 0.11 i) + 0.7).
 */
final class ReferenceChoice {
  private static final int ROWS = 5;
  private static final int LATENTS = 4;
  private static final double CLOSE = 1e-6;

  private final float[] affinities = new float[ROWS * LATENTS];

  ReferenceChoice() {
    for (int i = 0; i < ROWS; i++) {
      for (int j = 0; j < LATENTS; j++) {
        affinities[i * LATENTS + j] = (float) Math.sin(0.7 * i + 1.3 * j * (1 + 0.11 * i) + 0.7);
      }
    }
  }

  /** Six codes for the whole batch. */
  boolean mutualAgrees() {
    ActiveCodes codes = Selections.mutual(affinities, ROWS, LATENTS, 6);
    int[][] kept = {{0, 0}, {0, 1}, {1, 0}, {2, 0}, {3, 3}, {4, 2}};
    return agrees(codes, kept, 5.2129989);
  }

  /** Quotas 2, 1, 2, 1; one of the six entries is below 0 and becomes no code. */
  boolean featureAgrees() {
    Selections.ByColumn chosen =
        Selections.feature(affinities, ROWS, LATENTS, new int[] {2, 1, 2, 1});
    int[][] kept = {{0, 1}, {1, 0}, {2, 0}, {3, 3}, {4, 2}};
    double[] least = {0.8632094, 0.9092974, -0.0251826, 0.9911661};
    boolean same = agrees(chosen.codes(), kept, 4.5687812);
    for (int j = 0; j < LATENTS; j++) {
      same &= Math.abs(chosen.least()[j] - least[j]) < CLOSE;
    }
    return same;
  }

  private static boolean agrees(ActiveCodes codes, int[][] kept, double sum) {
    boolean same = codes.entries() == kept.length;
    double total = 0;
    for (int b = 0; b < codes.rows() && same; b++) {
      for (int e = codes.start()[b]; e < codes.start()[b + 1]; e++) {
        int[] entry = {b, codes.latent()[e]};
        same &= Arrays.stream(kept).anyMatch(k -> Arrays.equals(k, entry));
        total += codes.value()[e];
      }
    }
    return same && Math.abs(total - sum) < CLOSE;
  }

  boolean quotasAgree() {
    int[] wanted = {16, 12, 10, 8, 7, 6, 5, 5, 4, 4, 4, 3, 3, 3, 3, 3};
    return Arrays.equals(wanted, Quotas.byRank(96, new ZipfFit(1, 1, 2), 16, 96));
  }

  boolean fitAgrees() {
    double[] densities = new double[16];
    for (int r = 1; r <= 16; r++) {
      densities[r - 1] = 0.2 * Math.pow(r + 8, -1.1);
    }
    ZipfFit fit = ZipfFit.of(densities);
    return fit.offset() == 8
        && Math.abs(fit.exponent() - 1.1) < 1e-9
        && Math.abs(fit.scale() - 0.2) < 1e-9;
  }
}
