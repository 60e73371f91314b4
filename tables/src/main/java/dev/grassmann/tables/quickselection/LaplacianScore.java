package dev.grassmann.tables.quickselection;

import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.linalg.Metric;
import dev.grassmann.engine.linalg.NearestNeighbours;
import dev.grassmann.engine.linalg.Neighbours;
import java.util.Arrays;

/**
 * How well a column respects who is whose neighbour (He, Cai, Niyogi 2005). With S the graph that
 * joins rows of which one is among the other's k nearest, D its degrees and f a column less its
 * D-weighted mean, the score here is f'Sf / f'Df: 1 less theirs, so that the more is the better.
 */
final class LaplacianScore {
  private LaplacianScore() {}

  /** One score a column, at most 1; 0 for a constant column. */
  static double[] of(Vectors rows, int neighbours, Run run) {
    Neighbours near = NearestNeighbours.among(rows, neighbours, Metric.EUCLIDEAN, run);
    int n = rows.n();
    int d = rows.d();
    int[] degree = new int[n];
    int[][] edge = edges(near, n, degree);
    float[] all = rows.toArray();
    double[] score = new double[d];
    double total = 0;
    for (int i = 0; i < n; i++) {
      total += degree[i];
    }
    for (int j = 0; j < d; j++) {
      double mean = 0;
      for (int i = 0; i < n; i++) {
        mean += degree[i] * (double) all[i * d + j] / total;
      }
      double spread = 0;
      for (int i = 0; i < n; i++) {
        double off = all[i * d + j] - mean;
        spread += degree[i] * off * off;
      }
      double along = 0;
      for (int[] pair : edge) {
        along += 2 * (all[pair[0] * d + j] - mean) * (all[pair[1] * d + j] - mean);
      }
      score[j] = spread > 0 ? along / spread : 0;
    }
    return score;
  }

  /** Each edge once, and the degrees. */
  private static int[][] edges(Neighbours near, int n, int[] degree) {
    PositionSet seen = new PositionSet(n * near.k());
    int[][] edge = new int[n * near.k()][];
    int count = 0;
    for (int i = 0; i < n; i++) {
      for (int j : near.of(i)) {
        if (seen.add((long) Math.min(i, j) * n + Math.max(i, j))) {
          edge[count++] = new int[] {i, j};
          degree[i]++;
          degree[j]++;
        }
      }
    }
    return Arrays.copyOf(edge, count);
  }
}
