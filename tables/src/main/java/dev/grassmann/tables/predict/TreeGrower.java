package dev.grassmann.tables.predict;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Grows one tree on binned features, best split first found, depth first. */
final class TreeGrower {
  /** Gains below this share of what is there are rounding. */
  private static final double ROUNDING = 1e-10;

  private final Bins bins;
  private final double[][] columns;
  private final Splits splits;
  private final int tried;
  private final int deepest;
  private final RandomGenerator random;
  private final int[] features;
  private final int[] aside;
  private final SplitSearch search;
  private final byte[] byRow; // null where features are looked at one by one
  private final int[] places; // of each feature's first bin among all bins
  private final double[] binSums;
  private Tree tree;
  private int[] rows;

  /**
   * @param columns what the bins were made of
   * @param features that may be asked for
   * @param tried features looked at for one split, drawn anew each time
   * @param deepest splits from the root to a leaf at most
   * @param byRow of the bins, null to look at one feature at a time
   */
  TreeGrower(
      Bins bins,
      byte[] byRow,
      double[][] columns,
      Splits splits,
      int[] features,
      int tried,
      int deepest,
      RandomGenerator random) {
    this.bins = bins;
    this.columns = columns;
    this.splits = splits;
    this.tried = Math.min(tried, features.length);
    this.deepest = deepest;
    this.random = random;
    this.features = features.clone();
    this.aside = new int[columns[0].length];
    this.search = new SplitSearch(splits);
    this.byRow = this.tried == features.length ? byRow : null;
    this.places = new int[columns.length];
    int place = 0;
    for (int feature : features) {
      places[feature] = place;
      place += bins.count(feature) * splits.sums();
    }
    this.binSums = this.byRow == null ? null : new double[place];
  }

  /** Grows a tree on some rows, each given once. */
  Tree grow(int[] chosen) {
    tree = new Tree(leaves(chosen.length), splits.outputs());
    rows = chosen.clone();
    grow(tree.add(), 0, rows.length, 0);
    return tree.grown();
  }

  /** Leaves to make room for: a tree that is not grown to the end has far fewer than rows. */
  private int leaves(int rows) {
    return deepest < 31 ? Math.min(rows, 1 << deepest) : rows / 2 + 1;
  }

  /** A split that was found. */
  private record Found(int feature, int bin, double worth) {}

  private void grow(int node, int from, int to, int depth) {
    double[] whole = new double[splits.sums()];
    for (int i = from; i < to; i++) {
      splits.add(rows[i], whole, 0);
    }
    Found found = to - from < 2 || depth == deepest ? null : best(from, to, whole);
    if (found == null) {
      tree.leaf(node, splits.leaf(whole));
      return;
    }
    int middle = part(from, to, found);
    int leftChild = tree.add();
    int rightChild = tree.add();
    tree.split(node, found.feature(), cut(found, from, middle, to), leftChild);
    grow(leftChild, from, middle, depth + 1);
    grow(rightChild, middle, to, depth + 1);
  }

  /** In the middle of the gap between the rows on both sides, as trees without bins would cut. */
  private double cut(Found found, int from, int middle, int to) {
    double[] column = columns[found.feature()];
    double low = Double.NEGATIVE_INFINITY;
    double high = Double.POSITIVE_INFINITY;
    for (int i = from; i < middle; i++) {
      low = Math.max(low, column[rows[i]]);
    }
    for (int i = middle; i < to; i++) {
      high = Math.min(high, column[rows[i]]);
    }
    double between = low / 2 + high / 2;
    return between < high ? Math.max(low, between) : low;
  }

  private Found best(int from, int to, double[] whole) {
    double base = splits.worth(whole, 0);
    Found best = null;
    double least = base + ROUNDING * Math.abs(base);
    boolean together = together(from, to);
    for (int k = 0; k < features.length && (k < tried || best == null); k++) {
      int other = k + random.nextInt(features.length - k);
      int feature = features[other];
      features[other] = features[k];
      features[k] = feature;
      double beaten = best == null ? least : best.worth();
      int count = bins.count(feature);
      if (together
          ? search.find(binSums, places[feature], count, whole, beaten)
          : search.find(bins.codes()[feature], count, rows, from, to, whole, beaten)) {
        best = new Found(feature, search.bin(), search.worth());
      }
    }
    return best;
  }

  /** Sums up all bins in one pass, where there are rows enough for them. */
  private boolean together(int from, int to) {
    if (byRow == null || (long) (to - from) * features.length < binSums.length) {
      return false;
    }
    Arrays.fill(binSums, 0);
    splits.addToBins(byRow, columns.length, features, places, rows, from, to, binSums);
    return true;
  }

  /** Puts the rows of the left side first, both sides keeping their order. */
  private int part(int from, int to, Found found) {
    byte[] codes = bins.codes()[found.feature()];
    int middle = from;
    int kept = 0;
    for (int i = from; i < to; i++) {
      if ((codes[rows[i]] & 255) <= found.bin()) {
        rows[middle++] = rows[i];
      } else {
        aside[kept++] = rows[i];
      }
    }
    System.arraycopy(aside, 0, rows, middle, kept);
    return middle;
  }
}
