package dev.grassmann.tables.outrank;

import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Where the values of a one-hot column lie: value v has the coordinates {@code weight[v]} at the
 * places {@code place[v]} and 0 elsewhere.
 *
 * @param dimension number of places
 */
record Points(int[][] place, double[][] weight, int dimension) {
  /** Each value has a direction of its own. */
  static Points oneHot(int values) {
    int[][] place = new int[values][];
    double[][] weight = new double[values][];
    for (int v = 0; v < values; v++) {
      place[v] = new int[] {v};
      weight[v] = new double[] {1};
    }
    return new Points(place, weight, values);
  }

  /**
   * Points that are sums of others: several columns side by side.
   *
   * @param members of each sum, which points of {@code single}
   */
  static Points sums(Points single, int[][] members) {
    int[][] place = new int[members.length][];
    double[][] weight = new double[members.length][];
    for (int v = 0; v < members.length; v++) {
      place[v] = IntStream.of(members[v]).flatMap(m -> IntStream.of(single.place[m])).toArray();
      weight[v] =
          IntStream.of(members[v])
              .mapToObj(m -> single.weight[m])
              .flatMapToDouble(DoubleStream::of)
              .toArray();
    }
    return new Points(place, weight, single.dimension);
  }

  /**
   * The leading singular directions of a one-hot column are those of its most frequent values, with
   * singular values sqrt(n_v): the other values fall into the origin.
   */
  static Points leading(int[] size, int directions) {
    int[] kept =
        IntStream.range(0, size.length)
            .boxed()
            .sorted((v, w) -> Integer.compare(size[w], size[v]))
            .limit(directions)
            .mapToInt(v -> v)
            .toArray();
    int[][] place = new int[size.length][0];
    double[][] weight = new double[size.length][0];
    for (int d = 0; d < kept.length; d++) {
      place[kept[d]] = new int[] {d};
      weight[kept[d]] = new double[] {1};
    }
    return new Points(place, weight, kept.length);
  }

  /** Sparse random signs (Li, Hastie, Church 2006), a share of 1 / sqrt(values) of them not 0. */
  static Points projected(int values, int dimension, SplittableRandom random) {
    double density = 1 / Math.sqrt(values);
    double size = Math.sqrt(1 / (density * dimension));
    int[][] place = new int[values][];
    double[][] weight = new double[values][];
    for (int v = 0; v < values; v++) {
      place[v] = IntStream.range(0, dimension).filter(d -> random.nextDouble() < density).toArray();
      weight[v] = new double[place[v].length];
      for (int k = 0; k < weight[v].length; k++) {
        weight[v][k] = random.nextBoolean() ? size : -size;
      }
    }
    return new Points(place, weight, dimension);
  }

  int values() {
    return place.length;
  }

  /** Inner product of value {@code v} with a vector. */
  double times(int v, double[] vector) {
    double sum = 0;
    for (int k = 0; k < place[v].length; k++) {
      sum += weight[v][k] * vector[place[v][k]];
    }
    return sum;
  }

  /** Adds {@code factor} times value {@code v} to a vector. */
  void addTo(double[] vector, int v, double factor) {
    for (int k = 0; k < place[v].length; k++) {
      vector[place[v][k]] += factor * weight[v][k];
    }
  }
}
