package dev.grassmann.clusters.franca;

import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.linalg.Metric;
import dev.grassmann.engine.linalg.NearestNeighbours;
import dev.grassmann.engine.linalg.Neighbours;
import java.util.Arrays;

/**
 * k-nearest-neighbour classification of each row by all others: a neighbour's vote weighs
 * exp(cosine / temperature).
 */
record NeighbourVote(int neighbours, double temperature) {
  double accuracy(Vectors rows, int[] labels, int classes, Run run) {
    int k = Math.min(neighbours, rows.n() - 1);
    Neighbours found = NearestNeighbours.among(rows, k, Metric.COSINE, run);
    int right = 0;
    double[] votes = new double[classes];
    for (int i = 0; i < rows.n(); i++) {
      Arrays.fill(votes, 0);
      for (int e = i * k; e < (i + 1) * k; e++) {
        votes[labels[found.index()[e]]] += Math.exp(found.measure()[e] / temperature);
      }
      int best = 0;
      for (int c = 1; c < classes; c++) {
        best = votes[c] > votes[best] ? c : best;
      }
      right += best == labels[i] ? 1 : 0;
    }
    return (double) right / rows.n();
  }
}
