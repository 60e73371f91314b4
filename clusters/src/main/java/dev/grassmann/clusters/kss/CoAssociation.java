package dev.grassmann.clusters.kss;

import dev.grassmann.clusters.spectral.CodeRows;
import dev.grassmann.clusters.spectral.Top;
import dev.grassmann.core.data.SparseMatrix;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.RowRanges;
import java.util.Arrays;

/**
 * Share of clusterings in which two points lie together, the largest shares of each point only. A
 * point meets its companions clustering by clustering: O(n² B / K), and n numbers a thread.
 */
final class CoAssociation {
  private CoAssociation() {}

  /**
   * @param labels cluster of each point, 0 to {@code clusters - 1}, one array a clustering
   * @param kept shares kept a point, of equal ones those to points of smaller number
   */
  static SparseMatrix of(int[][] labels, int clusters, int kept, Run run) {
    int n = labels[0].length;
    int[][] members = new int[labels.length][]; // of all clusters, one after the other
    int[][] start = new int[labels.length][];
    for (int b = 0; b < labels.length; b++) {
      start[b] = new int[clusters + 1];
      for (int label : labels[b]) {
        start[b][label + 1]++;
      }
      Arrays.parallelPrefix(start[b], Integer::sum);
      int[] next = start[b].clone();
      members[b] = new int[n];
      for (int i = 0; i < n; i++) {
        members[b][next[labels[b][i]]++] = i;
      }
    }
    CodeRows rows = new CodeRows(n);
    RowRanges.forEach(
        n,
        16,
        (from, to) -> {
          int[] together = new int[n];
          Top top = new Top(Math.min(kept, n - 1));
          int[] place = new int[n];
          double[] share = new double[n];
          for (int i = from; i < to; i++) {
            if (i % 64 == 0) {
              run.step("co-association", 0, 0);
            }
            Arrays.fill(together, 0);
            for (int b = 0; b < labels.length; b++) {
              int own = labels[b][i];
              for (int m = start[b][own]; m < start[b][own + 1]; m++) {
                together[members[b][m]]++;
              }
            }
            top.clear();
            for (int j = 0; j < n; j++) {
              if (j != i && together[j] > 0) {
                top.offer(j, (double) together[j] / labels.length);
              }
            }
            rows.put(i, place, share, top.copyTo(place, share, 0));
          }
        });
    return rows.toMatrix();
  }
}
