package dev.grassmann.dictionaries.standard;

import dev.grassmann.dictionaries.ActiveCodes;
import java.util.Arrays;

/**
 * The k · B largest positive numbers of a whole batch, whose rows are offered in order. Only about
 * twice that many candidates are ever held. Of equal numbers the earlier is kept.
 */
final class BatchSelection {
  private final int rows;
  private final int keep;
  private int[] row;
  private int[] latent;
  private float[] value;
  private int size;
  private float floor;

  /**
   * @param rows rows of the batch, B
   * @param keep how many are kept in all, k · B
   */
  BatchSelection(int rows, int keep) {
    this.rows = rows;
    this.keep = keep;
    int room = Math.addExact(Math.multiplyExact(2, keep), 64);
    this.row = new int[room];
    this.latent = new int[room];
    this.value = new float[room];
  }

  /** Offers the n numbers of a row from {@code at}. */
  void offer(int rowNumber, float[] a, int at, int n) {
    for (int i = 0; i < n; i++) {
      float x = a[at + i];
      if (x > floor) {
        if (size == row.length) {
          prune();
          if (!(x > floor)) {
            continue;
          }
        }
        row[size] = rowNumber;
        latent[size] = i;
        value[size++] = x;
      }
    }
  }

  /** What is kept, as codes. */
  ActiveCodes codes() {
    prune();
    int[] start = new int[rows + 1];
    for (int e = 0; e < size; e++) {
      start[row[e] + 1]++;
    }
    for (int b = 0; b < rows; b++) {
      start[b + 1] += start[b];
    }
    return new ActiveCodes(
        rows, start, Arrays.copyOf(latent, size), Arrays.copyOf(value, size)); // rows ascend
  }

  /** Smallest number kept, in the last call of {@link #codes}; 0 where nothing was positive. */
  static float smallest(ActiveCodes kept) {
    float least = Float.POSITIVE_INFINITY;
    for (int e = 0; e < kept.entries(); e++) {
      least = Math.min(least, kept.value()[e]);
    }
    return kept.entries() == 0 ? 0 : least;
  }

  /** Drops all but the {@code keep} largest; the rest stays in order of rows and latents. */
  private void prune() {
    if (size <= keep) {
      return;
    }
    float[] sorted = Arrays.copyOf(value, size);
    Arrays.parallelSort(sorted);
    float least = sorted[size - keep];
    int atLeast = 0; // how many equal to the least have room
    for (int e = size - keep; e < size && sorted[e] == least; e++) {
      atLeast++;
    }
    int kept = 0;
    for (int e = 0; e < size; e++) {
      if (value[e] > least || (value[e] == least && atLeast-- > 0)) {
        row[kept] = row[e];
        latent[kept] = latent[e];
        value[kept++] = value[e];
      }
    }
    size = kept;
    floor = least;
  }
}
