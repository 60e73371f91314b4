package dev.grassmann.tables.quickselection;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * One extremely randomised tree (Geurts, Ernst, Wehenkel 2006): at each node a threshold drawn
 * uniformly between the smallest and the largest number of each of sqrt(d) columns that are not
 * constant there, the best of them by Gini impurity; grown until leaves are pure.
 */
final class ExtraTree {
  private final float[][] columns;
  private final int[] codes;
  private final int classes;
  private final RandomGenerator random;
  private final int[] rows;
  private final int[] candidates;
  private int[] feature = new int[64]; // -1 for a leaf
  private float[] threshold = new float[64];
  private int[] right = new int[64]; // the left child is the next node
  private float[][] share = new float[64][]; // of each class in a leaf
  private int nodes;

  private ExtraTree(float[][] columns, int[] codes, int classes, RandomGenerator random) {
    this.columns = columns;
    this.codes = codes;
    this.classes = classes;
    this.random = random;
    this.rows = new int[codes.length];
    Arrays.setAll(rows, i -> i);
    this.candidates = new int[columns.length];
    Arrays.setAll(candidates, j -> j);
  }

  /**
   * Grows a tree.
   *
   * @param columns training data, column by column
   * @param codes class of each row
   */
  static ExtraTree grow(float[][] columns, int[] codes, int classes, RandomGenerator random) {
    ExtraTree tree = new ExtraTree(columns, codes, classes, random);
    tree.node(0, codes.length);
    return tree;
  }

  /** Adds the shares of the classes at the leaf where a row falls. */
  void vote(float[][] of, int row, float[] votes) {
    int node = 0;
    while (feature[node] >= 0) {
      node = of[feature[node]][row] <= threshold[node] ? node + 1 : right[node];
    }
    for (int c = 0; c < classes; c++) {
      votes[c] += share[node][c];
    }
  }

  private void node(int from, int to) {
    int node = nodes++;
    if (node == feature.length) {
      feature = Arrays.copyOf(feature, 2 * node);
      threshold = Arrays.copyOf(threshold, 2 * node);
      right = Arrays.copyOf(right, 2 * node);
      share = Arrays.copyOf(share, 2 * node);
    }
    int[] counts = counts(from, to);
    feature[node] = isPure(counts, to - from) ? -1 : split(node, from, to, counts);
    if (feature[node] < 0) {
      share[node] = new float[classes];
      for (int c = 0; c < classes; c++) {
        share[node][c] = counts[c] / (float) (to - from);
      }
      return;
    }
    int middle = partition(columns[feature[node]], threshold[node], from, to);
    node(from, middle);
    right[node] = nodes;
    node(middle, to);
  }

  private int[] counts(int from, int to) {
    int[] counts = new int[classes];
    for (int i = from; i < to; i++) {
      counts[codes[rows[i]]]++;
    }
    return counts;
  }

  private static boolean isPure(int[] counts, int rows) {
    return Arrays.stream(counts).anyMatch(count -> count == rows);
  }

  /** The best of the drawn splits: its column, or -1 where every column is constant. */
  private int split(int node, int from, int to, int[] counts) {
    int wanted = Math.max(1, (int) Math.sqrt(columns.length));
    int best = -1;
    double purest = Double.NEGATIVE_INFINITY;
    int[] left = new int[classes];
    for (int drawn = 0; drawn < candidates.length && wanted > 0; drawn++) {
      int other = drawn + random.nextInt(candidates.length - drawn);
      int column = candidates[other];
      candidates[other] = candidates[drawn];
      candidates[drawn] = column;
      float cut = cut(columns[column], from, to);
      if (Float.isNaN(cut)) {
        continue; // constant here: another one is drawn instead
      }
      wanted--;
      double purity = purity(columns[column], cut, from, to, counts, left);
      if (purity > purest) {
        purest = purity;
        best = column;
        threshold[node] = cut;
      }
    }
    return best;
  }

  private float cut(float[] column, int from, int to) {
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    for (int i = from; i < to; i++) {
      low = Math.min(low, column[rows[i]]);
      high = Math.max(high, column[rows[i]]);
    }
    if (low == high) {
      return Float.NaN;
    }
    float cut = (float) (low + random.nextDouble() * ((double) high - low));
    return cut >= high ? low : cut; // both sides must have rows, also after rounding
  }

  /** Sum over both sides of squared counts over size: the larger, the less Gini impurity. */
  private double purity(float[] column, float cut, int from, int to, int[] counts, int[] left) {
    Arrays.fill(left, 0);
    int size = 0;
    for (int i = from; i < to; i++) {
      if (column[rows[i]] <= cut) {
        left[codes[rows[i]]]++;
        size++;
      }
    }
    double inLeft = 0;
    double inRight = 0;
    for (int c = 0; c < classes; c++) {
      double rest = counts[c] - left[c];
      inLeft += (double) left[c] * left[c];
      inRight += rest * rest;
    }
    return inLeft / size + inRight / (to - from - size);
  }

  private int partition(float[] column, float cut, int from, int to) {
    int middle = from;
    for (int i = from; i < to; i++) {
      if (column[rows[i]] <= cut) {
        int moved = rows[i];
        rows[i] = rows[middle];
        rows[middle++] = moved;
      }
    }
    return middle;
  }
}
