package dev.grassmann.tables.outrank;

import dev.grassmann.tables.outrank.OutRankConfig.Summary;
import java.util.Arrays;

/**
 * Maximal relevance, minimal redundancy, maximal relation: starts with the most relevant feature,
 * then adds again and again the one with the largest relevance - alpha * redundancy + beta *
 * relation, the latter two summed up over the features chosen so far. Each of the three families is
 * scaled to [0, 1] first; a pair that was never scored counts as 0.
 */
final class ThreeMr {
  private final Summary summary;
  private final double alpha;
  private final double beta;

  ThreeMr(Summary summary, double alpha, double beta) {
    this.summary = summary;
    this.alpha = alpha;
    this.beta = beta;
  }

  /**
   * Puts all features in order.
   *
   * @param relevance score of each feature with the target
   * @param redundancy score of features i and j with each other at [i][j] for i at most j, NaN
   *     where there is none; the diagonal counts in the scaling only
   * @param relation score of both together with the target, likewise
   * @return all features, the one to take first first; equal gains keep the order of the features
   */
  int[] order(double[] relevance, double[][] redundancy, double[][] relation) {
    int n = relevance.length;
    double[] relevant = scaled(new double[][] {relevance})[0];
    double[][] redundant = scaled(redundancy);
    double[][] related = scaled(relation);
    Chosen[] repeats = Chosen.none(n, summary);
    Chosen[] relations = Chosen.none(n, summary);
    boolean[] taken = new boolean[n];
    int[] order = new int[n];
    for (int step = 0; step < n; step++) {
      int best = -1;
      double most = Double.NEGATIVE_INFINITY;
      for (int f = 0; f < n; f++) {
        if (!taken[f]) {
          double gain = relevant[f] - alpha * repeats[f].summary() + beta * relations[f].summary();
          if (best < 0 || gain > most) {
            most = gain;
            best = f;
          }
        }
      }
      order[step] = best;
      taken[best] = true;
      for (int f = 0; f < n; f++) {
        repeats[f].add(redundant[Math.min(best, f)][Math.max(best, f)]);
        relations[f].add(related[Math.min(best, f)][Math.max(best, f)]);
      }
    }
    return order;
  }

  /** To [0, 1] over all numbers that are there; missing ones become 0. */
  private static double[][] scaled(double[][] family) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double[] row : family) {
      for (double x : row) {
        low = x < low ? x : low;
        high = x > high ? x : high;
      }
    }
    double[][] scaled = new double[family.length][];
    for (int i = 0; i < family.length; i++) {
      scaled[i] = new double[family[i].length];
      for (int j = 0; j < family[i].length; j++) {
        double x = family[i][j];
        scaled[i][j] = Double.isNaN(x) || high <= low ? 0 : (x - low) / (high - low);
      }
    }
    return scaled;
  }

  /** A feature's scores with all chosen ones, kept sorted so that the median is at hand. */
  private static final class Chosen {
    private final Summary summary;
    private double[] sorted = new double[8];
    private int count;
    private double sum;

    private Chosen(Summary summary) {
      this.summary = summary;
    }

    static Chosen[] none(int n, Summary summary) {
      Chosen[] all = new Chosen[n];
      Arrays.setAll(all, f -> new Chosen(summary));
      return all;
    }

    void add(double score) {
      sum += score;
      if (summary == Summary.MEDIAN) {
        int place = Arrays.binarySearch(sorted, 0, count, score);
        place = place < 0 ? -place - 1 : place;
        sorted = count < sorted.length ? sorted : Arrays.copyOf(sorted, 2 * count);
        System.arraycopy(sorted, place, sorted, place + 1, count - place);
        sorted[place] = score;
      }
      count++;
    }

    double summary() {
      if (count == 0) {
        return 0;
      }
      return switch (summary) {
        case SUM -> sum;
        case MEAN -> sum / count;
        case MEDIAN -> (sorted[(count - 1) / 2] + sorted[count / 2]) / 2;
      };
    }
  }
}
