package dev.grassmann.engine.linalg;

import dev.grassmann.engine.RowRanges;
import dev.grassmann.engine.kernel.Kernel;
import java.util.Arrays;

/**
 * Columns of n numbers and what Lanczos does with them. Everything goes by chunks of rows: a chunk
 * of the one vector that changes stays in cache while the columns stream past it, chunks are shared
 * among threads, and sums over chunks are taken in order, so that no result depends on the threads.
 */
final class LongColumns {
  private static final Kernel KERNEL = Kernel.best();
  private static final int CHUNK = 1024;

  private final int n;
  private final int chunks;
  private final double[][] column;

  LongColumns(int n, int most) {
    this.n = n;
    this.chunks = (n + CHUNK - 1) / CHUNK;
    this.column = new double[most][];
  }

  double[] get(int j) {
    return column[j];
  }

  /** Puts a column in place; the array is now this object's. */
  void put(int j, double[] owned) {
    column[j] = owned;
  }

  /** Column j becomes what column {@code order[j]} was, for the first {@code order.length}. */
  void permute(int[] order) {
    double[][] before = Arrays.copyOf(column, order.length);
    for (int j = 0; j < order.length; j++) {
      column[j] = before[order[j]];
    }
  }

  /** Inner products of {@code w} with the first {@code count} columns, then with itself. */
  double[] products(double[] w, int count) {
    double[] partial = new double[chunks * (count + 1)];
    forChunks(
        (chunk, from, length) -> {
          for (int j = 0; j <= count; j++) {
            double[] other = j < count ? column[j] : w;
            partial[chunk * (count + 1) + j] = KERNEL.dot(other, from, w, from, length);
          }
        });
    double[] sums = new double[count + 1];
    for (int chunk = 0; chunk < chunks; chunk++) {
      for (int j = 0; j <= count; j++) {
        sums[j] += partial[chunk * (count + 1) + j];
      }
    }
    return sums;
  }

  /** w ← w - (the first {@code count} columns) · h. */
  void subtract(double[] w, double[] h, int count) {
    forChunks(
        (chunk, from, length) -> {
          for (int j = 0; j < count; j++) {
            KERNEL.axpy(-h[j], column[j], from, w, from, length);
          }
        });
  }

  /**
   * Turns the columns {@code first .. first + count}: the c-th of the {@code kept} first of them
   * becomes the sum of turn[u · count + c] times the u-th; those beyond are left without meaning.
   */
  void turn(int first, int count, double[] turn, int kept) {
    forChunks(
        (chunk, from, length) -> {
          double[] before = new double[count * length];
          for (int u = 0; u < count; u++) {
            System.arraycopy(column[first + u], from, before, u * length, length);
          }
          for (int c = 0; c < kept; c++) {
            double[] target = column[first + c];
            Arrays.fill(target, from, from + length, 0);
            for (int u = 0; u < count; u++) {
              KERNEL.axpy(turn[u * count + c], before, u * length, target, from, length);
            }
          }
        });
  }

  private interface ChunkWork {
    void chunk(int chunk, int from, int length);
  }

  private void forChunks(ChunkWork work) {
    RowRanges.forEach(
        chunks,
        4,
        (lo, hi) -> {
          for (int chunk = lo; chunk < hi; chunk++) {
            int from = chunk * CHUNK;
            work.chunk(chunk, from, Math.min(CHUNK, n - from));
          }
        });
  }
}
