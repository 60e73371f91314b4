package dev.grassmann.core.io;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Numbers the distinct texts of a column 0, 1, 2, ... while they are still bytes, so that a text
 * that occurs a million times is decoded once: open addressing with linear probing, at most half
 * full.
 */
final class ByteNames {
  private static final int FREE = -1;

  private byte[] arena = new byte[256]; // the texts, one after another
  private int[] starts = new int[17]; // of each text; one more for the end of the last
  private int[] hashes = new int[16];
  private int[] slots = new int[32];
  private int size;

  ByteNames() {
    Arrays.fill(slots, FREE);
  }

  /** How many distinct texts there were. */
  int size() {
    return size;
  }

  /** A hash of the bytes {@code from .. to - 1}. */
  static int hash(byte[] bytes, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + bytes[i];
    }
    return hash;
  }

  /**
   * The code of the text that the bytes {@code from .. to - 1} are; a new one where it was not seen
   * before.
   *
   * @param hash as {@link #hash} has it
   */
  int code(byte[] bytes, int from, int to, int hash) {
    int mask = slots.length - 1;
    for (int slot = slot(hash, mask); ; slot = (slot + 1) & mask) {
      int code = slots[slot];
      if (code == FREE) {
        return add(bytes, from, to, hash, slot);
      }
      if (hashes[code] == hash
          && Arrays.equals(arena, starts[code], starts[code + 1], bytes, from, to)) {
        return code;
      }
    }
  }

  /**
   * The text of a code.
   *
   * @throws CharacterCodingException where it is not UTF-8
   */
  String text(int code) throws CharacterCodingException {
    ByteBuffer bytes = ByteBuffer.wrap(arena, starts[code], starts[code + 1] - starts[code]);
    return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
  }

  private int add(byte[] bytes, int from, int to, int hash, int slot) {
    if (2 * (size + 1) > slots.length) {
      grow();
      return code(bytes, from, to, hash);
    }
    long end = (long) starts[size] + to - from;
    if (end > Integer.MAX_VALUE - 8) {
      throw new UnusualTextException("the texts of a column exceed 2 GiB");
    }
    if (end > arena.length) {
      arena = Arrays.copyOf(arena, ColumnBuilder.room(arena.length, (int) end));
    }
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, ColumnBuilder.room(size, size + 1));
      starts = Arrays.copyOf(starts, hashes.length + 1);
    }
    System.arraycopy(bytes, from, arena, starts[size], to - from);
    starts[size + 1] = (int) end;
    hashes[size] = hash;
    slots[slot] = size;
    return size++;
  }

  private void grow() {
    slots = new int[2 * slots.length];
    Arrays.fill(slots, FREE);
    int mask = slots.length - 1;
    for (int code = 0; code < size; code++) {
      int slot = slot(hashes[code], mask);
      while (slots[slot] != FREE) {
        slot = (slot + 1) & mask;
      }
      slots[slot] = code;
    }
  }

  private static int slot(int hash, int mask) {
    int mixed = hash * 0x9E3779B9; // Fibonacci hashing: high bits depend on all of the hash
    return (mixed ^ mixed >>> 15) & mask;
  }
}
