package dev.grassmann.tables.predict;

import java.util.Arrays;

/**
 * A grown tree: inner nodes ask whether a feature is at most a number, leaves hold the outputs.
 * Node 0 is the root; it grows while it is built and is not changed afterwards.
 */
final class Tree {
  private int[] feature = new int[16]; // -1 for a leaf
  private double[] cut = new double[16];
  private int[] left = new int[16]; // the right child follows it; of a leaf, where its outputs lie
  private float[] outputs = new float[16];
  private int nodes;
  private int filled;

  /** A new node, a leaf without outputs until it is told more. */
  int add() {
    if (nodes == feature.length) {
      feature = Arrays.copyOf(feature, 2 * nodes);
      cut = Arrays.copyOf(cut, 2 * nodes);
      left = Arrays.copyOf(left, 2 * nodes);
    }
    feature[nodes] = -1;
    return nodes++;
  }

  void split(int node, int by, double at, int leftChild) {
    feature[node] = by;
    cut[node] = at;
    left[node] = leftChild;
  }

  void leaf(int node, float[] values) {
    if (filled + values.length > outputs.length) {
      outputs = Arrays.copyOf(outputs, Math.max(2 * outputs.length, filled + values.length));
    }
    left[node] = filled;
    System.arraycopy(values, 0, outputs, filled, values.length);
    filled += values.length;
  }

  /** Adds the outputs of the leaf that a row falls into, times a factor. */
  void add(double[][] columns, int row, double factor, double[] sums) {
    int node = 0;
    while (feature[node] >= 0) {
      node = left[node] + (columns[feature[node]][row] <= cut[node] ? 0 : 1);
    }
    for (int c = 0; c < sums.length; c++) {
      sums[c] += factor * outputs[left[node] + c];
    }
  }

  /** Whether any node asks for a feature. */
  boolean asks(int wanted) {
    for (int node = 0; node < nodes; node++) {
      if (feature[node] == wanted) {
        return true;
      }
    }
    return false;
  }
}
