package dev.grassmann.tables.quickselection;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Which connections exist: at random at first (Erdős–Rényi), then by sparse evolutionary training
 * (SET; Mocanu et al. 2018): the weights closest to 0 are removed and as many are added elsewhere.
 */
final class Topology {
  /** Standard deviation of a new weight. */
  private static final double SPREAD = 0.1;

  private Topology() {}

  /**
   * Draws epsilon · (inputs + units) positions uniformly with replacement; one drawn twice is one
   * connection. Weights are normal with standard deviation 0.1.
   */
  static Connections random(int inputs, int units, int epsilon, RandomGenerator random) {
    long[] drawn = new long[Math.toIntExact((long) epsilon * (inputs + units))];
    for (int k = 0; k < drawn.length; k++) {
      drawn[k] = random.nextLong((long) inputs * units);
    }
    Arrays.sort(drawn);
    int count = 0;
    for (int k = 0; k < drawn.length; k++) {
      if (k == 0 || drawn[k] != drawn[k - 1]) {
        drawn[count++] = drawn[k];
      }
    }
    long[] position = Arrays.copyOf(drawn, count);
    return Connections.at(inputs, units, position, weights(count, random), new float[count]);
  }

  /**
   * Without the weights closest to 0: of the negative ones the share zeta, of the positive ones
   * likewise; a weight equal to a threshold goes too. Those that stay keep their velocity.
   */
  static Connections pruned(Connections layer, double zeta) {
    float[] sorted = layer.weight().clone();
    Arrays.sort(sorted);
    float low = lowThreshold(sorted, zeta);
    float high = highThreshold(sorted, zeta);
    long[] position = layer.positions();
    int count = 0;
    for (int e = 0; e < position.length; e++) {
      if (isKept(layer.weight()[e], low, high)) {
        position[count++] = position[e];
      }
    }
    float[] weight = new float[count];
    float[] velocity = new float[count];
    int to = 0;
    for (int e = 0; e < layer.count(); e++) {
      if (isKept(layer.weight()[e], low, high)) {
        weight[to] = layer.weight()[e];
        velocity[to++] = layer.velocity()[e];
      }
    }
    return Connections.at(
        layer.inputs(), layer.units(), Arrays.copyOf(position, count), weight, velocity);
  }

  private static boolean isKept(float weight, float low, float high) {
    return weight < low || weight > high;
  }

  /** Weights below it stay: the value at floor((1 - zeta) z), z the place of the one nearest 0. */
  static float lowThreshold(float[] sorted, double zeta) {
    return sorted[(int) ((1 - zeta) * nearestZero(sorted, false))];
  }

  /** Weights above it stay: the value at floor(z' + zeta (n - z')), z' the place after z. */
  static float highThreshold(float[] sorted, double zeta) {
    int after = nearestZero(sorted, true) + 1;
    return sorted[(int) Math.min(sorted.length - 1, after + zeta * (sorted.length - after))];
  }

  /** Place of the value nearest 0: the first or the last of several equally near. */
  private static int nearestZero(float[] sorted, boolean last) {
    int best = 0;
    for (int i = 1; i < sorted.length; i++) {
      float here = Math.abs(sorted[i]);
      float least = Math.abs(sorted[best]);
      if (here < least || last && here == least) {
        best = i;
      }
    }
    return best;
  }

  /**
   * With new connections at uniformly random free positions, until there are {@code count}; weights
   * are normal with standard deviation 0.1, velocities 0.
   */
  static Connections regrown(Connections layer, int count, RandomGenerator random) {
    long[] kept = layer.positions();
    PositionSet taken = new PositionSet(count);
    for (long position : kept) {
      taken.add(position);
    }
    long all = (long) layer.inputs() * layer.units();
    long[] fresh = new long[count - kept.length];
    for (int k = 0; k < fresh.length; ) {
      long position = random.nextLong(all);
      if (taken.add(position)) {
        fresh[k++] = position;
      }
    }
    Arrays.sort(fresh);
    return merged(layer, kept, fresh, weights(fresh.length, random));
  }

  private static Connections merged(
      Connections layer, long[] kept, long[] fresh, float[] freshWeight) {
    int count = kept.length + fresh.length;
    long[] position = new long[count];
    float[] weight = new float[count];
    float[] velocity = new float[count];
    int old = 0;
    int added = 0;
    for (int e = 0; e < count; e++) {
      if (added == fresh.length || old < kept.length && kept[old] < fresh[added]) {
        position[e] = kept[old];
        weight[e] = layer.weight()[old];
        velocity[e] = layer.velocity()[old++];
      } else {
        position[e] = fresh[added];
        weight[e] = freshWeight[added++];
      }
    }
    return Connections.at(layer.inputs(), layer.units(), position, weight, velocity);
  }

  private static float[] weights(int count, RandomGenerator random) {
    float[] weight = new float[count];
    for (int e = 0; e < count; e++) {
      weight[e] = (float) (SPREAD * random.nextGaussian());
    }
    return weight;
  }
}
