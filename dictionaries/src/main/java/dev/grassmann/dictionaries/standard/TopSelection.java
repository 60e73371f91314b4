package dev.grassmann.dictionaries.standard;

import java.util.Arrays;

/**
 * The k largest numbers of a row, by a heap whose root is the smallest of those kept: most numbers
 * of a long row cost one comparison with it. Of equal numbers the earlier is kept. Not safe for
 * more than one thread.
 */
final class TopSelection {
  private final int[] heap;
  private final int k;
  private int size;

  TopSelection(int k) {
    this.k = k;
    this.heap = new int[k];
  }

  /**
   * Selects among {@code a[at] .. a[at + n - 1]} the k largest that are above {@code floor}.
   *
   * @param only which positions may be chosen; null for all
   * @param chosen takes the positions (0 to n - 1), ascending, from {@code to}
   * @return how many were chosen, 0 to k
   */
  int select(float[] a, int at, int n, float floor, boolean[] only, int[] chosen, int to) {
    size = 0;
    float least = floor;
    for (int i = 0; i < n; i++) {
      float x = a[at + i];
      if (x > least && (only == null || only[i])) {
        if (size < k) {
          heap[size] = i;
          rise(a, at, size++);
        } else {
          heap[0] = i;
          sink(a, at);
        }
        if (size == k) {
          least = a[at + heap[0]];
        }
      }
    }
    System.arraycopy(heap, 0, chosen, to, size);
    Arrays.sort(chosen, to, to + size);
    return size;
  }

  /** Whether position i should leave the heap before position j. */
  private static boolean weaker(float[] a, int at, int i, int j) {
    float x = a[at + i];
    float y = a[at + j];
    return x < y || (x == y && i > j);
  }

  private void rise(float[] a, int at, int from) {
    int child = from;
    while (child > 0 && weaker(a, at, heap[child], heap[(child - 1) / 2])) {
      swap(child, (child - 1) / 2);
      child = (child - 1) / 2;
    }
  }

  private void sink(float[] a, int at) {
    int parent = 0;
    while (true) {
      int child = 2 * parent + 1;
      if (child >= size) {
        return;
      }
      if (child + 1 < size && weaker(a, at, heap[child + 1], heap[child])) {
        child++;
      }
      if (!weaker(a, at, heap[child], heap[parent])) {
        return;
      }
      swap(child, parent);
      parent = child;
    }
  }

  private void swap(int i, int j) {
    int kept = heap[i];
    heap[i] = heap[j];
    heap[j] = kept;
  }
}
