package dev.grassmann.dictionaries.train;

import java.util.SplittableRandom;

/**
 * Which rows each step sees: every pass goes over all rows in a new random order; rows that do not
 * fill a last batch wait for the next pass. A step's rows depend on seed and step alone, so a
 * training that goes on from a checkpoint sees what it would have seen.
 */
final class BatchOrder {
  private final int n;
  private final int batch;
  private final long seed;
  private long pass = -1;
  private int[] order;

  BatchOrder(int n, int batch, long seed) {
    this.n = n;
    this.batch = Math.min(batch, n);
    this.seed = seed;
  }

  int batch() {
    return batch;
  }

  /** Rows of a step, from 0. */
  int[] rows(long step) {
    long steps = n / batch;
    if (step / steps != pass) {
      pass = step / steps;
      order = shuffled(new SplittableRandom(seed * 0x9E3779B97F4A7C15L + pass), n);
    }
    int from = (int) (step % steps) * batch;
    int[] rows = new int[batch];
    System.arraycopy(order, from, rows, 0, batch);
    return rows;
  }

  static int[] shuffled(SplittableRandom random, int n) {
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}
