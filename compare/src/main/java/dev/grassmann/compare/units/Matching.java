package dev.grassmann.compare.units;

import dev.grassmann.engine.linalg.Assignment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Units of A paired with units of B, in two ways: each with its best partner, whoever else has it
 * (greedy), and one to one so that the sum of the scores is largest (bipartite).
 *
 * @param greedy best partner of each unit of A
 * @param greedyScores its score
 * @param bipartite partner under the best matching, or -1 for units left over where B is smaller
 * @param bipartiteScores its score; NaN for units left over
 */
public record Matching(
    int[] greedy, double[] greedyScores, int[] bipartite, double[] bipartiteScores) {

  /**
   * @param scores of each unit of A (row) with each of B (column), larger is better
   */
  static Matching of(double[][] scores) {
    int p = scores.length;
    int[] greedy = new int[p];
    double[] greedyScores = new double[p];
    for (int i = 0; i < p; i++) {
      for (int j = 1; j < scores[i].length; j++) {
        if (scores[i][j] > scores[i][greedy[i]]) {
          greedy[i] = j;
        }
      }
      greedyScores[i] = scores[i][greedy[i]];
    }
    int[] bipartite = Assignment.maximise(scores);
    double[] bipartiteScores = new double[p];
    for (int i = 0; i < p; i++) {
      bipartiteScores[i] = bipartite[i] < 0 ? Double.NaN : scores[i][bipartite[i]];
    }
    return new Matching(greedy, greedyScores, bipartite, bipartiteScores);
  }

  /** Mean score of the greedy partners. */
  public double greedyMean() {
    return Arrays.stream(greedyScores).sum() / greedyScores.length;
  }

  /** Over the matched units. */
  public double bipartiteMean() {
    return Arrays.stream(bipartiteScores).filter(x -> !Double.isNaN(x)).average().orElseThrow();
  }

  /** Share of A's units whose partner is the same both ways. */
  public double overlap() {
    int same = 0;
    for (int i = 0; i < greedy.length; i++) {
      same += greedy[i] == bipartite[i] ? 1 : 0;
    }
    return (double) same / greedy.length;
  }

  /**
   * A's units by the cycles of the matching, each begun at the smallest unit not yet named: put B's
   * partners in the same order, and matched units lie on the diagonal.
   */
  public int[] cycleOrder() {
    int p = bipartite.length;
    boolean[] named = new boolean[p];
    List<Integer> order = new ArrayList<>();
    for (int first = 0; first < p; first++) {
      int unit = first;
      while (unit >= 0 && unit < p && !named[unit]) {
        named[unit] = true;
        order.add(unit);
        unit = bipartite[unit];
      }
    }
    return order.stream().mapToInt(Integer::intValue).toArray();
  }

  /** B's units: the partners of A's in the given order, then those that nobody has. */
  public int[] partnersOf(int[] order, int q) {
    List<Integer> partners = new ArrayList<>();
    boolean[] taken = new boolean[q];
    for (int unit : order) {
      if (bipartite[unit] >= 0) {
        partners.add(bipartite[unit]);
        taken[bipartite[unit]] = true;
      }
    }
    for (int j = 0; j < q; j++) {
      if (!taken[j]) {
        partners.add(j);
      }
    }
    return partners.stream().mapToInt(Integer::intValue).toArray();
  }
}
