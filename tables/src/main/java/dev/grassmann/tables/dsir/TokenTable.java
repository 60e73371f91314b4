package dev.grassmann.tables.dsir;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Tokens that were met, each with a number and its bucket, which together make one word. Bounded:
 * when it is full, new tokens stay unknown. A token of up to 7 bytes is its own key; of longer ones
 * the bytes are compared.
 */
final class TokenTable {
  /** Numbers are 1 .. 2^20 - 1. */
  static final int ID_BITS = 20;

  private static final int BUCKET_BITS = 24;
  private static final int MOST = 1 << 18;
  private static final int SLOT_BITS = 19;
  private static final int LONGEST = 64; // longer ones are rare and would fill the memory
  private static final int OWN_KEY = 7;
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long LONG_TOKEN = 0xFFL << 56;

  private final long[] slots = new long[2 << SLOT_BITS]; // key, what is kept (0: empty), key, ...
  private final int[] place = new int[MOST]; // of a long token in the letters
  private byte[] letters = new byte[1 << 16];
  private int lettersUsed;
  private int count;

  /** Number of what is kept; 0 where the table had no room. */
  static int id(long kept) {
    return (int) (kept >>> BUCKET_BITS);
  }

  static int bucket(long kept) {
    return (int) kept & (1 << BUCKET_BITS) - 1;
  }

  /**
   * What is kept of a token; 0 where it was not met.
   *
   * @param key of the token in {@code [from, to)}
   */
  long find(long key, byte[] a, int from, int to) {
    int slot = slot(key);
    while (slots[slot + 1] != 0) {
      if (slots[slot] == key && (to - from <= OWN_KEY || same(id(slots[slot + 1]), a, from, to))) {
        return slots[slot + 1];
      }
      slot = slot + 2 & slots.length - 1;
    }
    return 0;
  }

  /**
   * Keeps a token that is not kept yet.
   *
   * @return what is kept; without a number where there is no more room
   */
  long add(long key, byte[] a, int from, int to, int bucket) {
    int length = to - from;
    if (count + 1 == MOST || length > LONGEST) {
      return bucket;
    }
    int slot = slot(key);
    while (slots[slot + 1] != 0) {
      slot = slot + 2 & slots.length - 1;
    }
    int id = ++count;
    slots[slot] = key;
    slots[slot + 1] = (long) id << BUCKET_BITS | bucket;
    if (length > OWN_KEY) {
      if (letters.length < lettersUsed + length + 1) {
        letters = Arrays.copyOf(letters, 2 * letters.length);
      }
      place[id] = lettersUsed;
      letters[lettersUsed] = (byte) length;
      System.arraycopy(a, from, letters, lettersUsed + 1, length);
      lettersUsed += length + 1;
    }
    return slots[slot + 1];
  }

  private boolean same(int id, byte[] a, int from, int to) {
    int p = place[id];
    return letters[p] == to - from && Arrays.equals(letters, p + 1, p + 1 + to - from, a, from, to);
  }

  /** Up to 7 bytes: length and bytes. More: 56 bits of a hash. */
  static long key(byte[] a, int from, int to) {
    int length = to - from;
    long first = (long) EIGHT.get(a, from); // behind the last token there is room to read
    if (length <= OWN_KEY) {
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
    return (int) (key * 0x9E3779B97F4A7C15L >>> 64 - SLOT_BITS) << 1;
  }
}
