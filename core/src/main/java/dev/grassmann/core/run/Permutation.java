package dev.grassmann.core.run;

import java.util.random.RandomGenerator;

/** Uniformly drawn orders (Fisher, Yates). */
public final class Permutation {
  private Permutation() {}

  /** The numbers 0 to n - 1 in random order, from the inside out. */
  public static int[] of(int n, RandomGenerator random) {
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  /** The same from the last place down: the same generator gives another order. */
  public static int[] fromTheEnd(int n, RandomGenerator random) {
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      order[i] = i;
    }
    for (int i = n - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int moved = order[i];
      order[i] = order[j];
      order[j] = moved;
    }
    return order;
  }
}
