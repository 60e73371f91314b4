package dev.grassmann.tables.predict;

import java.util.Arrays;

/**
 * A grown tree: inner nodes ask whether a feature is at most a number, leaves hold the outputs.
 * Node 0 is the root; it grows while it is built and is not changed afterwards.
 */
final class Tree {
  // two words a node, so that asking it touches one line of the cache: feature (-1 for a leaf) and
  // the left child, which the right one follows (of a leaf: where its outputs lie); then the cut
  private long[] nodes;
  private float[] outputs;
  private int count;
  private int filled;

  /**
   * @param leaves about how many it will have
   * @param outputs of each
   */
  Tree(int leaves, int outputs) {
    this.nodes = new long[4 * Math.max(1, leaves)];
    this.outputs = new float[(int) Math.min((long) Math.max(1, leaves) * outputs, 1 << 20)];
  }

  /** Gives back what was not needed. */
  Tree grown() {
    nodes = Arrays.copyOf(nodes, 2 * count);
    outputs = Arrays.copyOf(outputs, filled);
    return this;
  }

  /** A new node, a leaf without outputs until it is told more. */
  int add() {
    if (2 * count == nodes.length) {
      nodes = Arrays.copyOf(nodes, 2 * nodes.length);
    }
    set(count, -1, 0);
    return count++;
  }

  void split(int node, int by, double at, int leftChild) {
    set(node, by, leftChild);
    nodes[2 * node + 1] = Double.doubleToRawLongBits(at);
  }

  void leaf(int node, float[] values) {
    if (filled + values.length > outputs.length) {
      outputs = Arrays.copyOf(outputs, Math.max(2 * outputs.length, filled + values.length));
    }
    set(node, -1, filled);
    System.arraycopy(values, 0, outputs, filled, values.length);
    filled += values.length;
  }

  private void set(int node, int feature, int left) {
    nodes[2 * node] = (long) feature << 32 | left;
  }

  /** The feature that a node asks for, -1 for a leaf. */
  int feature(int node) {
    return (int) (nodes[2 * node] >> 32);
  }

  /** The child of a node for a number of its feature. */
  int child(int node, double number) {
    return (int) nodes[2 * node] + (number <= Double.longBitsToDouble(nodes[2 * node + 1]) ? 0 : 1);
  }

  /** The other of two children. */
  int other(int node, int child) {
    return 2 * (int) nodes[2 * node] + 1 - child;
  }

  /** Adds the outputs of a leaf, times a factor, to sums from a place on. */
  void addLeaf(int leaf, double factor, double[] sums, int at, int width) {
    int from = (int) nodes[2 * leaf];
    for (int c = 0; c < width; c++) {
      sums[at + c] += factor * outputs[from + c];
    }
  }

  /** Adds the outputs of the leaf that a row falls into, times a factor. */
  void add(double[][] columns, int row, double factor, double[] sums) {
    int node = 0;
    for (int asked = feature(0); asked >= 0; asked = feature(node)) {
      node = child(node, columns[asked][row]);
    }
    addLeaf(node, factor, sums, 0, sums.length);
  }

  /** Whether any node asks for a feature. */
  boolean asks(int wanted) {
    for (int node = 0; node < count; node++) {
      if (feature(node) == wanted) {
        return true;
      }
    }
    return false;
  }
}
