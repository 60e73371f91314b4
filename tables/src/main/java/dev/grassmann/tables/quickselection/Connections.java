package dev.grassmann.tables.quickselection;

import java.util.Arrays;

/**
 * The connections of one layer that exist, and nothing for those that do not: connections {@code
 * start[u]} to {@code start[u + 1] - 1} lead into unit u, in ascending order of where they come
 * from, no two from the same place. A connection is one by its position: a weight that becomes
 * exactly 0 stays a connection. The topology is fixed; weights and velocities are learnt in place.
 *
 * @param inputs how many units connections come from
 * @param start units + 1 numbers
 * @param source where each connection comes from, 0 to {@code inputs - 1}
 * @param weight one a connection
 * @param velocity memory of the momentum, one a connection
 */
record Connections(int inputs, int[] start, int[] source, float[] weight, float[] velocity) {
  /** How many units connections lead to. */
  int units() {
    return start.length - 1;
  }

  int count() {
    return weight.length;
  }

  /**
   * Connections at given positions.
   *
   * @param position {@code unit * inputs + source} of each, ascending, no two equal
   */
  static Connections at(int inputs, int units, long[] position, float[] weight, float[] velocity) {
    int[] start = new int[units + 1];
    int[] source = new int[position.length];
    for (int e = 0; e < position.length; e++) {
      start[(int) (position[e] / inputs) + 1]++;
      source[e] = (int) (position[e] % inputs);
    }
    for (int u = 0; u < units; u++) {
      start[u + 1] += start[u];
    }
    return new Connections(inputs, start, source, weight, velocity);
  }

  /** Position of each connection, {@code unit * inputs + source}, ascending. */
  long[] positions() {
    long[] position = new long[count()];
    for (int u = 0; u < units(); u++) {
      for (int e = start[u]; e < start[u + 1]; e++) {
        position[e] = (long) u * inputs + source[e];
      }
    }
    return position;
  }

  /** First unit of each of {@code parts} ranges of units with about equally many connections. */
  int[] edges(int parts) {
    int[] edge = new int[parts + 1];
    for (int p = 1; p < parts; p++) {
      int at = Arrays.binarySearch(start, (int) ((long) count() * p / parts));
      edge[p] = Math.max(edge[p - 1], Math.min(units(), at < 0 ? -at - 1 : at));
    }
    edge[parts] = units();
    return edge;
  }
}
