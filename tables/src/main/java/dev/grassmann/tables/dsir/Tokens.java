package dev.grassmann.tables.dsir;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The tokens of one document, written one after the other with one blank between: an n-gram is then
 * one stretch of bytes, from the start of its first token to the end of its last, and exactly the
 * bytes that are hashed.
 */
final class Tokens {
  /** Bytes behind the last token that may be read, so that eight can be loaded anywhere. */
  static final int PAD = 8;

  private byte[] bytes = new byte[1 << 12];
  private int[] starts = new int[1 << 10];
  private int[] ends = new int[1 << 10];
  private int count;
  private int length;

  /** Forgets all tokens and makes room for {@code room} bytes of them, blanks included. */
  void clear(int room) {
    count = 0;
    length = 0;
    if (bytes.length < room + PAD) {
      bytes = new byte[Math.max(room + PAD, 2 * bytes.length)];
    }
  }

  /** The array that a tokenizer writes into; valid until the next {@link #clear}. */
  byte[] bytes() {
    return bytes;
  }

  /**
   * Adds the token in {@code [start, end)} of {@link #bytes()} and the blank behind it.
   *
   * @return where the next token begins
   */
  int add(int start, int end) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, 2 * count);
      ends = Arrays.copyOf(ends, 2 * count);
    }
    starts[count] = start;
    ends[count++] = end;
    bytes[end] = ' ';
    length = end + 1;
    return length;
  }

  /** Adds a token from elsewhere. */
  void add(byte[] token) {
    if (bytes.length < length + token.length + 1 + PAD) {
      bytes = Arrays.copyOf(bytes, Math.max(length + token.length + 1 + PAD, 2 * bytes.length));
    }
    System.arraycopy(token, 0, bytes, length, token.length);
    add(length, length + token.length);
  }

  int count() {
    return count;
  }

  int start(int token) {
    return starts[token];
  }

  int end(int token) {
    return ends[token];
  }

  /** Text of {@code n} consecutive tokens, joined by blanks. */
  String text(int first, int n) {
    int from = starts[first];
    return new String(bytes, from, ends[first + n - 1] - from, StandardCharsets.UTF_8);
  }
}
