package dev.grassmann.dictionaries.standard;

import dev.grassmann.dictionaries.ActiveCodes;

/** Room for at most k codes a row, which threads fill row by row; then closed up. */
final class RowSlots {
  private final int rows;
  private final int k;
  private final int[] count;
  private final int[] latent;
  private final float[] value;

  RowSlots(int rows, int k) {
    this.rows = rows;
    this.k = k;
    this.count = new int[rows];
    this.latent = new int[Math.multiplyExact(rows, k)];
    this.value = new float[rows * k];
  }

  /** Fills a row with the k largest of n pre-activations above a floor. */
  void fill(
      int row, TopSelection selection, float[] a, int at, int n, float floor, boolean[] only) {
    int from = row * k;
    int chosen = selection.select(a, at, n, floor, only, latent, from);
    for (int e = from; e < from + chosen; e++) {
      value[e] = a[at + latent[e]];
    }
    count[row] = chosen;
  }

  /** Fills a row with the k largest of its codes, which name each latent once and are above 0. */
  void fillFrom(int row, TopSelection selection, ActiveCodes codes) {
    int first = codes.start()[row];
    int n = codes.start()[row + 1] - first;
    int from = row * k;
    int chosen = selection.select(codes.value(), first, n, 0, null, latent, from);
    for (int e = from; e < from + chosen; e++) {
      value[e] = codes.value()[first + latent[e]];
      latent[e] = codes.latent()[first + latent[e]];
    }
    count[row] = chosen;
  }

  /** Fills a row with the largest of each of k groups of neighbours, where it is positive. */
  void fillGroups(int row, float[] a, int at, int n) {
    int width = n / k;
    int to = row * k;
    for (int group = 0; group < k; group++) {
      int best = group * width;
      for (int i = best + 1; i < (group + 1) * width; i++) {
        if (a[at + i] > a[at + best]) {
          best = i;
        }
      }
      if (a[at + best] > 0) {
        latent[to] = best;
        value[to++] = a[at + best];
      }
    }
    count[row] = to - row * k;
  }

  ActiveCodes codes() {
    int[] start = new int[rows + 1];
    for (int b = 0; b < rows; b++) {
      start[b + 1] = start[b] + count[b];
    }
    int[] latents = new int[start[rows]];
    float[] values = new float[start[rows]];
    for (int b = 0; b < rows; b++) {
      System.arraycopy(latent, b * k, latents, start[b], count[b]);
      System.arraycopy(value, b * k, values, start[b], count[b]);
    }
    return new ActiveCodes(rows, start, latents, values);
  }
}
