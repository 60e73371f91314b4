package dev.grassmann.tables.quickselection;

import java.util.Arrays;

/**
 * Positions that are taken: open addressing, so that memory grows with connections and not with all
 * that could be.
 */
final class PositionSet {
  private static final long EMPTY = -1;

  private final long[] slot;
  private final int mask;

  /** Room for this many positions. */
  PositionSet(int most) {
    int size = Integer.highestOneBit(Math.max(4, most)) << 2; // at most half full
    this.slot = new long[size];
    this.mask = size - 1;
    Arrays.fill(slot, EMPTY);
  }

  /** Whether the position was free; it is taken from now on. */
  boolean add(long position) {
    int at = (int) (Draws.mixed(position) >>> 32) & mask;
    while (slot[at] != EMPTY) {
      if (slot[at] == position) {
        return false;
      }
      at = (at + 1) & mask;
    }
    slot[at] = position;
    return true;
  }
}
