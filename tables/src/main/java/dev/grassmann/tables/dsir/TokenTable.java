package dev.grassmann.tables.dsir;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Tokens that were met, each with a number and its bucket. Bounded: when it is full, new tokens
 * stay unknown. A token of up to 7 bytes is its own key; of longer ones the bytes are compared.
 */
final class TokenTable {
  /** Numbers are 1 .. 2^20 - 1. */
  static final int ID_BITS = 20;

  private static final int MOST = 1 << 18;
  private static final int SLOTS = MOST << 1;
  private static final int LONGEST = 64; // longer ones are rare and would fill the memory
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long LONG_TOKEN = 0xFFL << 56;

  private final long[] keys = new long[SLOTS];
  private final int[] ids = new int[SLOTS]; // 0: empty
  private final int[] bucket = new int[MOST];
  private final int[] place = new int[MOST]; // of a long token in the letters
  private byte[] letters = new byte[1 << 16];
  private int lettersUsed;
  private int count;

  /** Number of a token; 0 where it is not kept. */
  int find(byte[] a, int from, int to) {
    long key = key(a, from, to);
    int slot = slot(key);
    while (ids[slot] != 0) {
      if (keys[slot] == key && (to - from <= 7 || same(ids[slot], a, from, to))) {
        return ids[slot];
      }
      slot = slot + 1 & SLOTS - 1;
    }
    return 0;
  }

  int bucket(int id) {
    return bucket[id];
  }

  /**
   * Keeps a token that is not kept yet.
   *
   * @return its number, or 0 where there is no more room
   */
  int add(byte[] a, int from, int to, int itsBucket) {
    int length = to - from;
    if (count + 1 == MOST || length > LONGEST) {
      return 0;
    }
    long key = key(a, from, to);
    int slot = slot(key);
    while (ids[slot] != 0) {
      slot = slot + 1 & SLOTS - 1;
    }
    int id = ++count;
    keys[slot] = key;
    ids[slot] = id;
    bucket[id] = itsBucket;
    if (length > 7) {
      if (letters.length < lettersUsed + length + 1) {
        letters = Arrays.copyOf(letters, 2 * letters.length);
      }
      place[id] = lettersUsed;
      letters[lettersUsed] = (byte) length;
      System.arraycopy(a, from, letters, lettersUsed + 1, length);
      lettersUsed += length + 1;
    }
    return id;
  }

  private boolean same(int id, byte[] a, int from, int to) {
    int p = place[id];
    return letters[p] == to - from && Arrays.equals(letters, p + 1, p + 1 + to - from, a, from, to);
  }

  /** Up to 7 bytes: length and bytes. More: 56 bits of a hash. */
  private static long key(byte[] a, int from, int to) {
    int length = to - from;
    long first = (long) EIGHT.get(a, from); // behind the last token there is room to read
    if (length <= 7) {
      return first & (1L << 8 * length) - 1 | (long) length << 56;
    }
    long h = first * 0x9E3779B97F4A7C15L;
    for (int i = from + 8; i < to; i += 8) {
      long next = (long) EIGHT.get(a, i);
      if (to - i < 8) {
        next &= (1L << 8 * (to - i)) - 1;
      }
      h = (h ^ h >>> 32 ^ next) * 0xBB67AE8584CAA73BL;
    }
    return h >>> 8 | LONG_TOKEN;
  }

  private static int slot(long key) {
    long h = key * 0x9E3779B97F4A7C15L;
    return (int) (h >>> 64 - 19);
  }
}
