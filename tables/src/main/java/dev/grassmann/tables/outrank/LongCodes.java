package dev.grassmann.tables.outrank;

import java.util.Arrays;

/**
 * Numbers the distinct values of a stream of longs 0, 1, 2, ... in the order of their first
 * appearance: open addressing with linear probing, at most half full.
 */
final class LongCodes {
  private static final int FREE = -1;

  private long[] keys;
  private int[] codes;
  private int size;

  /**
   * @param expected distinct values that it should hold without growing
   */
  LongCodes(int expected) {
    int capacity = Integer.highestOneBit(Math.max(8, Math.min(expected, 1 << 28))) * 4;
    keys = new long[capacity];
    codes = new int[capacity];
    Arrays.fill(codes, FREE);
  }

  /** The code of a value; a new one where it was not seen before. */
  int code(long key) {
    int mask = keys.length - 1;
    int slot = slot(key, mask);
    while (codes[slot] != FREE) {
      if (keys[slot] == key) {
        return codes[slot];
      }
      slot = (slot + 1) & mask;
    }
    if (2 * (size + 1) > keys.length) {
      grow();
      return code(key);
    }
    keys[slot] = key;
    codes[slot] = size;
    return size++;
  }

  /** How many distinct values there were. */
  int size() {
    return size;
  }

  private static int slot(long key, int mask) {
    long mixed = key * 0x9E3779B97F4A7C15L; // Fibonacci hashing: high bits depend on all of the key
    return (int) (mixed >>> 32 ^ mixed >>> 52) & mask;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldCodes = codes;
    keys = new long[2 * oldKeys.length];
    codes = new int[2 * oldCodes.length];
    Arrays.fill(codes, FREE);
    int mask = keys.length - 1;
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldCodes[i] != FREE) {
        int slot = slot(oldKeys[i], mask);
        while (codes[slot] != FREE) {
          slot = (slot + 1) & mask;
        }
        keys[slot] = oldKeys[i];
        codes[slot] = oldCodes[i];
      }
    }
  }
}
