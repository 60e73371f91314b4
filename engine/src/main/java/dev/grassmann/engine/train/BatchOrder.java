package dev.grassmann.engine.train;

import dev.grassmann.core.run.Permutation;
import java.util.SplittableRandom;

/**
 * Which rows each step sees: every pass goes over all rows in a new random order; rows that do not
 * fill a last batch sit that pass out. A step's rows depend on the seed and its number alone, so a
 * training that goes on from a checkpoint sees what it would have seen. Memory is 4 bytes a row, or
 * with a buffer, which goes through the data from front to end, 4 bytes a row of the buffer.
 */
public final class BatchOrder {
  private final int n;
  private final int batch;
  private final long seed;
  private long pass = -1;
  private final int buffer;
  private int[] order;
  private MixingBuffer mixing;
  private long nextStep;

  /**
   * @param n rows in all, at least 1
   * @param batch rows a step; n where that is fewer
   */
  public BatchOrder(int n, int batch, long seed) {
    this(n, batch, 0, seed);
  }

  /**
   * @param buffer rows that are mixed at a time while a pass goes through the data; 0, or n and
   *     more: all rows in random order
   */
  public BatchOrder(int n, int batch, int buffer, long seed) {
    if (n < 1 || batch < 1) {
      throw new IllegalArgumentException(n + " rows, batches of " + batch);
    }
    this.n = n;
    this.batch = Math.min(batch, n);
    this.buffer = buffer >= n ? 0 : buffer;
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
    return buffer == 0 ? shuffled(step) : mixed(step);
  }

  private int[] shuffled(long step) {
    int stepsPerPass = stepsPerPass();
    if (step / stepsPerPass != pass) {
      pass = step / stepsPerPass;
      order = Permutation.of(n, generator());
    }
    int[] rows = new int[batch];
    System.arraycopy(order, (int) (step % stepsPerPass) * batch, rows, 0, batch);
    return rows;
  }

  /** What a buffer holds depends on all steps of the pass: those not asked for are gone through. */
  private int[] mixed(long step) {
    int stepsPerPass = stepsPerPass();
    if (step / stepsPerPass != pass || step < nextStep) {
      pass = step / stepsPerPass;
      mixing = new MixingBuffer(n, buffer, generator());
      nextStep = pass * stepsPerPass;
    }
    for (; nextStep < step; nextStep++) {
      mixing.serve(batch);
    }
    nextStep++;
    return mixing.serve(batch);
  }

  private SplittableRandom generator() {
    return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + pass);
  }
}
