package dev.grassmann.tables.quickselection;

/**
 * A layer's connections grouped by where they come from, as going backwards needs them: connections
 * {@code start[i]} to {@code start[i + 1] - 1} leave input i. Weights are a copy that whoever
 * changes a weight keeps up to date.
 *
 * @param start inputs + 1 numbers
 * @param unit where each connection leads to
 * @param weight one a connection
 * @param place of each connection in the layer's own order, its place here
 */
record Mirror(int[] start, int[] unit, float[] weight, int[] place) {
  static Mirror of(Connections layer) {
    int[] start = new int[layer.inputs() + 1];
    for (int from : layer.source()) {
      start[from + 1]++;
    }
    for (int i = 0; i < layer.inputs(); i++) {
      start[i + 1] += start[i];
    }
    int[] next = start.clone();
    int[] unit = new int[layer.count()];
    int[] place = new int[layer.count()];
    float[] weight = new float[layer.count()];
    for (int u = 0; u < layer.units(); u++) {
      for (int e = layer.start()[u]; e < layer.start()[u + 1]; e++) {
        int to = next[layer.source()[e]]++;
        place[e] = to;
        unit[to] = u;
        weight[to] = layer.weight()[e];
      }
    }
    return new Mirror(start, unit, weight, place);
  }

  /** Copies the layer's weights of connections {@code from} to {@code to} to their places here. */
  void copy(float[] layerWeight, int from, int to) {
    for (int e = from; e < to; e++) {
      weight[place[e]] = layerWeight[e];
    }
  }
}
