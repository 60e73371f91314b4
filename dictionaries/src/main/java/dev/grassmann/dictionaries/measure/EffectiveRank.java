package dev.grassmann.dictionaries.measure;

import dev.grassmann.core.result.SparseCodes;
import dev.grassmann.engine.linalg.SymmetricEigen;

/**
 * Effective rank of the codes Z (Roy, Vetterli 2007): exp of the entropy of the eigenvalues of ZᵀZ
 * over their sum. 1 where all rows use one latent, F where all latents are used alike and apart.
 */
public final class EffectiveRank {
  private static final int LARGEST = 1024;

  private EffectiveRank() {}

  /**
   * Of all rows where there are at most 1,024 latents, else of the first 1,024 rows; at least 1,
   * and 0 where all codes are 0.
   */
  public static double of(SparseCodes codes) {
    boolean byLatent = codes.features() <= LARGEST;
    int n = byLatent ? codes.features() : Math.min(codes.n(), LARGEST);
    double[] products = byLatent ? latents(codes) : rows(codes, n);
    double sum = 0;
    double[] values = SymmetricEigen.of(products, n).values();
    for (double value : values) {
      sum += Math.max(0, value);
    }
    double entropy = 0;
    for (double value : values) {
      double share = Math.max(0, value) / sum;
      entropy -= share > 0 ? share * Math.log(share) : 0;
    }
    return sum > 0 ? Math.exp(entropy) : 0;
  }

  /** ZᵀZ, F × F. */
  private static double[] latents(SparseCodes codes) {
    int n = codes.features();
    double[] products = new double[n * n];
    for (int row = 0; row < codes.n(); row++) {
      for (int a = codes.start(row); a < codes.start(row + 1); a++) {
        for (int b = codes.start(row); b < codes.start(row + 1); b++) {
          products[codes.latent(a) * n + codes.latent(b)] +=
              (double) codes.value(a) * codes.value(b);
        }
      }
    }
    return products;
  }

  /** ZZᵀ of the first n rows, which has the same eigenvalues other than 0. */
  private static double[] rows(SparseCodes codes, int n) {
    double[] products = new double[n * n];
    for (int i = 0; i < n; i++) {
      float[] dense = codes.dense(i);
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (int e = codes.start(j); e < codes.start(j + 1); e++) {
          sum += (double) dense[codes.latent(e)] * codes.value(e);
        }
        products[i * n + j] = sum;
        products[j * n + i] = sum;
      }
    }
    return products;
  }
}
