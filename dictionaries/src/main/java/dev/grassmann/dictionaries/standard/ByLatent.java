package dev.grassmann.dictionaries.standard;

import dev.grassmann.dictionaries.ActiveCodes;
import dev.grassmann.engine.RowRanges;
import dev.grassmann.engine.kernel.Kernel;

/**
 * The entries of codes put in the order of their latents, and of their rows within a latent: what
 * belongs to a latent is then read or written by one thread, once, while it is in cache. Products
 * of 65,000 pairs at 768 dimensions take a third of the time that they take row by row.
 *
 * @param rows number of rows, B
 * @param start F + 1 numbers: places {@code start[j]} to {@code start[j + 1] - 1} are latent j's
 * @param entry the codes' entry at each place
 * @param row its row
 */
record ByLatent(int rows, int[] start, int[] entry, int[] row) {
  /** Latents are shared out in so many parts, however many threads there are. */
  static final int PARTS = 256;

  private static final int LEAST_ROWS = 16;

  private static final Kernel KERNEL = Kernel.best();

  /** Puts the entries of some codes in order; their values do not matter. */
  static ByLatent of(ActiveCodes codes, int features) {
    int entries = codes.entries();
    int[] start = new int[features + 1];
    for (int e = 0; e < entries; e++) {
      start[codes.latent()[e] + 1]++;
    }
    for (int j = 0; j < features; j++) {
      start[j + 1] += start[j];
    }
    int[] next = start.clone();
    int[] entry = new int[entries];
    int[] row = new int[entries];
    for (int b = 0; b < codes.rows(); b++) {
      for (int e = codes.start()[b]; e < codes.start()[b + 1]; e++) {
        int place = next[codes.latent()[e]]++;
        entry[place] = e;
        row[place] = b;
      }
    }
    return new ByLatent(codes.rows(), start, entry, row);
  }

  /** What is done with a part of the latents. */
  interface Part {
    void of(int part, int fromLatent, int toLatent);
  }

  /** Works on all parts, side by side. */
  void eachPart(Part work) {
    long features = start.length - 1;
    RowRanges.eachPiece(
        PARTS,
        part ->
            work.of(part, (int) (features * part / PARTS), (int) (features * (part + 1) / PARTS)));
  }

  /**
   * The product of each entry's row and latent.
   *
   * @param rows B × d
   * @param directions F × d
   * @return a number an entry, in the codes' order
   */
  float[] products(float[] rows, float[] directions, int d) {
    float[] products = new float[entry.length];
    eachPart(
        (part, from, to) -> {
          for (int j = from; j < to; j++) {
            for (int p = start[j]; p < start[j + 1]; p++) {
              products[entry[p]] = KERNEL.dot(rows, row[p] * d, directions, j * d, d);
            }
          }
        });
    return products;
  }

  /**
   * The sum of each row's directions, each times its entry's value, plus a bias.
   *
   * @param value a number an entry, in the codes' order
   * @param directions F × d
   * @param bias d numbers; null for none
   * @return B × d
   */
  float[] combinations(float[] value, float[] directions, float[] bias, int d) {
    float[] out = new float[rows * d];
    RowRanges.forEach(
        rows,
        LEAST_ROWS,
        (from, to) -> {
          for (int b = from; b < to && bias != null; b++) {
            System.arraycopy(bias, 0, out, b * d, d);
          }
          for (int j = 0; j < start.length - 1; j++) {
            for (int p = start[j]; p < start[j + 1]; p++) {
              if (row[p] >= from && row[p] < to) {
                KERNEL.axpy(value[entry[p]], directions, j * d, out, row[p] * d, d);
              }
            }
          }
        });
    return out;
  }
}
