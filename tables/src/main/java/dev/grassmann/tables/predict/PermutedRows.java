package dev.grassmann.tables.predict;

/**
 * What a forest says of some rows, as they are and with one feature's number taken from another
 * row. A row's way down a tree is gone once; only where a permuted number turns off it is the other
 * way followed, once for all permutations that take it.
 */
final class PermutedRows {
  private final int features;
  private final int repeats;
  private final int outputs;
  private final int rows;

  /** Numbers of the rows, row-major, all features. */
  private final double[] own;

  /** For each row, the numbers that take the place of its own: features by repeats. */
  private final double[] taken;

  private final double[] sums; // row-major, by output
  private final double[] off; // what is added to them: rows by features by repeats by outputs
  private final int[] place; // of each feature among the permuted ones, -1 for none
  private final long[] left; // of each feature, which permutations have left the row's own way
  private final int[] met; // features whose permutations have
  private int meetings;
  private Tree tree;

  /**
   * @param place of each feature among those that are permuted, -1 for the others
   * @param permuted how many are permuted
   * @param repeats permutations of each, at most 64
   * @param outputs of the forest
   */
  PermutedRows(int rows, int[] place, int permuted, int repeats, int outputs) {
    this.rows = rows;
    this.features = place.length;
    this.place = place;
    this.repeats = repeats;
    this.outputs = outputs;
    this.own = new double[rows * features];
    this.taken = new double[rows * permuted * repeats];
    this.sums = new double[rows * outputs];
    this.off = new double[taken.length * outputs];
    this.left = new long[permuted];
    this.met = new int[permuted];
  }

  void own(int row, int feature, double number) {
    own[row * features + feature] = number;
  }

  void taken(int row, int permuted, int repeat, double number) {
    taken[at(row, permuted) + repeat] = number;
  }

  /** Asks one tree. */
  void ask(Tree asked) {
    tree = asked;
    for (int row = 0; row < rows; row++) {
      ask(row);
    }
  }

  /** Sum of what the trees said of a row with a feature permuted, for one output. */
  double sum(int row, int permuted, int repeat, int output) {
    return sums[row * outputs + output] + off[(at(row, permuted) + repeat) * outputs + output];
  }

  private int at(int row, int permuted) {
    return (row * left.length + permuted) * repeats;
  }

  private void ask(int row) {
    meetings = 0;
    int node = 0;
    for (int asked = tree.feature(0); asked >= 0; asked = tree.feature(node)) {
      int child = tree.child(node, own[row * features + asked]);
      if (place[asked] >= 0) {
        turn(row, node, child, place[asked]);
      }
      node = child;
    }
    tree.addLeaf(node, 1, sums, row * outputs, outputs);
    while (meetings > 0) {
      int permuted = met[--meetings];
      add(row, permuted, left[permuted], node, -1);
      left[permuted] = 0;
    }
  }

  /** Follows the permutations of the asked feature that go to the other child. */
  private void turn(int row, int node, int child, int permuted) {
    int at = at(row, permuted);
    long turning = 0;
    for (int repeat = 0; repeat < repeats; repeat++) {
      if (tree.child(node, taken[at + repeat]) != child) {
        turning |= 1L << repeat;
      }
    }
    turning &= ~left[permuted];
    if (turning != 0) {
      if (left[permuted] == 0) {
        met[meetings++] = permuted;
      }
      left[permuted] |= turning;
      follow(row, tree.other(node, child), permuted, turning);
    }
  }

  private void follow(int row, int from, int permuted, long repeatsThere) {
    int node = from;
    long here = repeatsThere;
    int at = at(row, permuted);
    for (int asked = tree.feature(node); asked >= 0; asked = tree.feature(node)) {
      if (place[asked] != permuted) {
        node = tree.child(node, own[row * features + asked]);
        continue;
      }
      int child = tree.child(node, taken[at + Long.numberOfTrailingZeros(here)]);
      long turning = 0;
      for (long rest = here & (here - 1); rest != 0; rest &= rest - 1) {
        if (tree.child(node, taken[at + Long.numberOfTrailingZeros(rest)]) != child) {
          turning |= Long.lowestOneBit(rest);
        }
      }
      if (turning != 0) {
        follow(row, tree.other(node, child), permuted, turning);
        here &= ~turning;
      }
      node = child;
    }
    add(row, permuted, here, node, 1);
  }

  private void add(int row, int permuted, long repeatsThere, int leaf, double factor) {
    int at = at(row, permuted);
    for (long rest = repeatsThere; rest != 0; rest &= rest - 1) {
      int repeat = Long.numberOfTrailingZeros(rest);
      tree.addLeaf(leaf, factor, off, (at + repeat) * outputs, outputs);
    }
  }
}
