package dev.grassmann.engine.linalg;

import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;

/**
 * The last step of spectral clustering (Ng, Jordan, Weiss 2002): the leading eigenvectors of a
 * normalised affinity as columns, each row scaled to length 1, and k-means on these rows.
 */
public final class EigenvectorRows {
  private EigenvectorRows() {}

  /**
   * Cluster of each row of the first k eigenvectors, 0 to k - 1.
   *
   * @param eigen k leading eigenpairs, or more
   * @param restarts of k-means
   * @param iterations of k-means, at most, a restart
   */
  public static int[] clusters(SymmetricEigen eigen, int k, int restarts, int iterations, Run run) {
    return new KMeans(k, restarts, iterations, 1e-4).fit(unit(eigen, k), run).labels();
  }

  /** Rows of the k leading vectors, scaled to length 1; a point without edges stays at zero. */
  private static Vectors unit(SymmetricEigen eigen, int k) {
    int n = eigen.n();
    int pairs = eigen.k();
    float[] rows = new float[Math.multiplyExact(n, k)];
    for (int i = 0; i < n; i++) {
      double square = 0;
      for (int c = 0; c < k; c++) {
        double entry = eigen.vectors()[i * pairs + c];
        square += entry * entry;
      }
      double scale = square > 0 ? 1 / Math.sqrt(square) : 0;
      for (int c = 0; c < k; c++) {
        rows[i * k + c] = (float) (eigen.vectors()[i * pairs + c] * scale);
      }
    }
    return Vectors.of(rows, n, k);
  }
}
