package dev.grassmann.dictionaries.standard;

import dev.grassmann.dictionaries.ActiveCodes;

/**
 * The m_j largest numbers of each latent's column, whose rows are offered in order: a heap a column
 * with its least on top. Of equal numbers the earlier row is kept. Those at or below 0 take up room
 * but become no codes.
 */
final class ColumnSelection {
  private final int rows;
  private final int[] from; // where a column's room begins
  private final int[] size;
  private final int[] row;
  private final float[] value;

  /**
   * @param quotas m_j, at least 1 each
   */
  ColumnSelection(int rows, int[] quotas) {
    this.rows = rows;
    this.from = new int[quotas.length + 1];
    for (int j = 0; j < quotas.length; j++) {
      from[j + 1] = Math.addExact(from[j], Math.min(quotas[j], rows));
    }
    this.size = new int[quotas.length];
    this.row = new int[from[quotas.length]];
    this.value = new float[row.length];
  }

  /** Offers a row's numbers from {@code at}, to latents {@code lo} to {@code hi - 1}. */
  void offer(int rowNumber, float[] a, int at, int lo, int hi) {
    for (int j = lo; j < hi; j++) {
      float x = a[at + j];
      int room = from[j + 1] - from[j];
      if (size[j] < room) {
        rise(from[j], size[j]++, rowNumber, x);
      } else if (x > value[from[j]]) {
        sink(from[j], room, rowNumber, x);
      }
    }
  }

  /** Whether an entry leaves before another: the smaller, of equal ones the later row. */
  private static boolean weaker(float x, int rowX, float y, int rowY) {
    return x < y || (x == y && rowX > rowY);
  }

  private void rise(int base, int place, int rowNumber, float x) {
    int child = place;
    while (child > 0) {
      int parent = base + (child - 1) / 2;
      if (!weaker(x, rowNumber, value[parent], row[parent])) {
        break;
      }
      value[base + child] = value[parent];
      row[base + child] = row[parent];
      child = parent - base;
    }
    value[base + child] = x;
    row[base + child] = rowNumber;
  }

  private void sink(int base, int count, int rowNumber, float x) {
    int parent = 0;
    while (true) {
      int child = 2 * parent + 1;
      if (child >= count) {
        break;
      }
      int right = base + child + 1;
      if (child + 1 < count
          && weaker(value[right], row[right], value[base + child], row[base + child])) {
        child++;
      }
      if (!weaker(value[base + child], row[base + child], x, rowNumber)) {
        break;
      }
      value[base + parent] = value[base + child];
      row[base + parent] = row[base + child];
      parent = child;
    }
    value[base + parent] = x;
    row[base + parent] = rowNumber;
  }

  /** The least of the numbers that each column let in; NaN where its room was not filled. */
  float[] least() {
    float[] least = new float[size.length];
    for (int j = 0; j < least.length; j++) {
      boolean full = size[j] > 0 && size[j] == from[j + 1] - from[j];
      least[j] = full ? value[from[j]] : Float.NaN;
    }
    return least;
  }

  /** What is kept and above 0, as codes. */
  ActiveCodes codes() {
    int[] start = new int[rows + 1];
    for (int j = 0; j < size.length; j++) {
      for (int e = from[j]; e < from[j] + size[j]; e++) {
        start[row[e] + 1] += value[e] > 0 ? 1 : 0;
      }
    }
    for (int b = 0; b < rows; b++) {
      start[b + 1] += start[b];
    }
    int[] next = start.clone();
    int[] latent = new int[start[rows]];
    float[] kept = new float[start[rows]];
    for (int j = 0; j < size.length; j++) {
      for (int e = from[j]; e < from[j] + size[j]; e++) {
        if (value[e] > 0) {
          int place = next[row[e]]++;
          latent[place] = j;
          kept[place] = value[e];
        }
      }
    }
    return new ActiveCodes(rows, start, latent, kept);
  }
}
