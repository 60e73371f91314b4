package dev.grassmann.clusters.lihfss;

import dev.grassmann.clusters.spectral.CodeRows;
import dev.grassmann.clusters.spectral.SparseAffinity;
import dev.grassmann.clusters.spectral.SpectralStep;
import dev.grassmann.clusters.spectral.Top;
import dev.grassmann.core.data.SparseMatrix;
import dev.grassmann.core.run.Run;

/**
 * From C to clusters with one number that is known beforehand: S = (|C| + |C|ᵀ) / 2, the d largest
 * entries of each column, made symmetric, and the spectral step.
 *
 * @param clusters K, or 0 for the eigengap's
 * @param dimension d
 */
record PostProcessing(int clusters, int dimension, int restarts) {
  private static final int ITERATIONS = 1000;

  /** The graph of {@code c}, n × n row-major. */
  SparseAffinity graph(float[] c, int n) {
    return SparseAffinity.of(strongest(c, n, true));
  }

  /** The coefficients at the places that make the graph: row i holds point i's. */
  SparseMatrix codes(float[] c, int n) {
    return strongest(c, n, false);
  }

  SpectralStep.Partition partition(SparseAffinity graph, Run run) {
    return new SpectralStep(clusters, restarts, ITERATIONS).partition(graph, run);
  }

  private SparseMatrix strongest(float[] c, int n, boolean magnitudes) {
    CodeRows rows = new CodeRows(n);
    Top top = new Top(Math.min(dimension, n));
    int[] place = new int[n];
    double[] value = new double[n];
    for (int i = 0; i < n; i++) {
      top.clear();
      for (int j = 0; j < n; j++) {
        top.offer(j, (Math.abs(c[i * n + j]) + Math.abs(c[j * n + i])) / 2.0);
      }
      int count = top.copyTo(place, value, 0);
      for (int e = 0; e < count && !magnitudes; e++) {
        value[e] = c[i * n + place[e]];
      }
      rows.put(i, place, value, count);
    }
    return rows.toMatrix();
  }
}
