package dev.grassmann.engine.train;

import dev.grassmann.engine.RowRanges;

/**
 * Passes over long rows of numbers in stretches whose copies stay in cache: 64 KB each, so that the
 * few of them that a loop works on fit a core's second level.
 */
final class Chunks {
  static final int LENGTH = 1 << 14;

  private Chunks() {}

  /** What is done with places {@code from .. from + count}, the {@code number}-th stretch. */
  interface Work {
    void chunk(int number, int from, int count, float[] first, float[] second);
  }

  static int count(long length) {
    return Math.toIntExact((length + LENGTH - 1) / LENGTH);
  }

  /** Shares the stretches among threads; each thread has two buffers of its own. */
  static void forEach(long length, Work work) {
    int chunks = count(length);
    RowRanges.forEach(
        chunks,
        1,
        (lo, hi) -> {
          float[] first = new float[(int) Math.min(length, LENGTH)];
          float[] second = new float[first.length];
          for (int c = lo; c < hi; c++) {
            int from = c * LENGTH;
            work.chunk(c, from, (int) Math.min(LENGTH, length - from), first, second);
          }
        });
  }
}
