package dev.grassmann.engine.train;

import dev.grassmann.core.run.Permutation;
import java.util.SplittableRandom;

/**
 * Which rows each step sees: every pass goes over all rows in a new random order; rows that do not
 * fill a last batch sit that pass out. A step's rows depend on the seed and its number alone, so a
 * training that goes on from a checkpoint sees what it would have seen. Memory is 4 bytes a row.
 */
public final class BatchOrder {
  private final int n;
  private final int batch;
  private final long seed;
  private long pass = -1;
  private int[] order;

  /**
   * @param n rows in all, at least 1
   * @param batch rows a step; n where that is fewer
   */
  public BatchOrder(int n, int batch, long seed) {
    if (n < 1 || batch < 1) {
      throw new IllegalArgumentException(n + " rows, batches of " + batch);
    }
    this.n = n;
    this.batch = Math.min(batch, n);
    this.seed = seed;
  }

  /** Rows a step. */
  public int batch() {
    return batch;
  }

  public int stepsPerPass() {
    return n / batch;
  }

  /** Rows of a step, from 0, in their order. */
  public int[] rows(long step) {
    int stepsPerPass = stepsPerPass();
    if (step / stepsPerPass != pass) {
      pass = step / stepsPerPass;
      order = Permutation.of(n, new SplittableRandom(seed * 0x9E3779B97F4A7C15L + pass));
    }
    int[] rows = new int[batch];
    System.arraycopy(order, (int) (step % stepsPerPass) * batch, rows, 0, batch);
    return rows;
  }
}
