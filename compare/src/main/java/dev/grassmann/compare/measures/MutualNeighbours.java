package dev.grassmann.compare.measures;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.VectorPair;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.linalg.Metric;
import dev.grassmann.engine.linalg.NearestNeighbours;

/**
 * Mutual k-nearest neighbours (Huh et al. 2024): the share of a row's k nearest neighbours, by
 * cosine, that are the same in both spaces, averaged over rows. Looks at who is near, not at how
 * far, and so at detail that CKA averages away.
 *
 * <p>The score falls as n grows, since neighbours crowd: compare scores of one n only. Cosine looks
 * from the origin, so shifting all rows changes it; a zero row is at cosine 0 from all others. Of
 * equally near rows the one of smaller number counts.
 */
public final class MutualNeighbours {
  private final int n;
  private final int k;
  private final int[] nearA;
  private final int[] nearB;

  private MutualNeighbours(int n, int k, int[] nearA, int[] nearB) {
    this.n = n;
    this.k = k;
    this.nearA = nearA;
    this.nearB = nearB;
  }

  /**
   * Finds the neighbours in both spaces, exactly: O(n² (p + q)) time, O(n k) memory beside the
   * rows.
   *
   * @param k neighbours a row, itself not counted; 1 to n - 1
   * @throws InputException for k outside that range, and for different numbers of rows
   */
  public static MutualNeighbours of(Vectors a, Vectors b, int k, Run run) {
    new VectorPair(a, b);
    int[] nearA = NearestNeighbours.among(a, k, Metric.COSINE, run).index();
    int[] nearB = NearestNeighbours.among(b, k, Metric.COSINE, run).index();
    return new MutualNeighbours(a.n(), k, nearA, nearB);
  }

  /** Mean over rows of |N_A ∩ N_B| / k, in [0, 1]. */
  public double score() {
    int[] same = new int[n];
    for (int i = 0; i < n; i++) {
      same[i] = i;
    }
    return score(same);
  }

  /** What unrelated spaces score on average: k / (n - 1). */
  public double chance() {
    return k / (n - 1.0);
  }

  /** The score on a scale where 0 is {@link #chance()} and 1 is the same; 0 where k = n - 1. */
  public double corrected() {
    return chance() == 1 ? 0 : (score() - chance()) / (1 - chance());
  }

  /**
   * The score after pairing row i of A with row {@code order[i]} of B. Neighbours stay neighbours,
   * only their numbers change, so nothing is searched again: O(n k).
   *
   * @param order each number from 0 to n - 1 once
   */
  public double score(int[] order) {
    int[] place = new int[n]; // the row of A that a row of B is paired with
    for (int i = 0; i < n; i++) {
      place[order[i]] = i;
    }
    int[] seen = new int[n]; // the last row, counted from 1, whose neighbour in A it was
    long common = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i * k; j < (i + 1) * k; j++) {
        seen[nearA[j]] = i + 1;
      }
      int from = order[i] * k;
      for (int j = from; j < from + k; j++) {
        common += seen[place[nearB[j]]] == i + 1 ? 1 : 0;
      }
    }
    return common / ((double) n * k);
  }
}
