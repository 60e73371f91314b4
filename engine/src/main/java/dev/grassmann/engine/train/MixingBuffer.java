package dev.grassmann.engine.train;

import java.util.SplittableRandom;

/**
 * One pass over rows in nearly the data's order: rows enter a buffer; when it is full it is
 * shuffled, half of it is served and the other half stays for the rows to come. So rows that are
 * served together lie near each other in a file, which is read from front to end, and yet what lay
 * side by side is drawn apart (the mixing buffer of SAELens).
 */
final class MixingBuffer {
  private final int n;
  private final int[] buffer;
  private final SplittableRandom random;
  private int held; // rows in the buffer
  private int toServe; // of them, the last ones, are being served
  private int next; // the row that enters next

  /**
   * @param n rows of the pass
   * @param size rows of the buffer, at least 2
   */
  MixingBuffer(int n, int size, SplittableRandom random) {
    this.n = n;
    this.buffer = new int[Math.min(n, Math.max(2, size))];
    this.random = random;
  }

  /** The next rows; no more than are left. */
  int[] serve(int count) {
    int[] rows = new int[count];
    for (int i = 0; i < count; i++) {
      if (toServe == 0) {
        fill();
      }
      toServe--;
      rows[i] = buffer[--held];
    }
    return rows;
  }

  private void fill() {
    while (held < buffer.length && next < n) {
      buffer[held++] = next++;
    }
    for (int i = held - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = buffer[i];
      buffer[i] = buffer[j];
      buffer[j] = kept;
    }
    toServe = next < n ? (held + 1) / 2 : held; // at the end nothing comes to mix with
  }
}
