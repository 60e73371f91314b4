package dev.grassmann.tables.dsir;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The tokens of one document as places in its text in small letters. Mostly there is one blank
 * between two tokens; then an n-gram, whose tokens are joined by blanks, is a stretch of that text
 * and is hashed where it lies. Only other n-grams are put together elsewhere.
 */
final class Tokens {
  /** Bytes behind the text that may be read, so that eight can be loaded anywhere in it. */
  static final int PAD = 8;

  private byte[] bytes = new byte[1 << 12];
  private int[] starts = new int[1 << 10];
  private int[] ends = new int[1 << 10];
  private int count;
  private int length; // of the text, where tokens are added one by one
  private byte[] joined = new byte[1 << 8];

  /** Forgets all tokens and makes room for a text of {@code room} bytes. */
  void clear(int room) {
    count = 0;
    length = 0;
    if (bytes.length < room + PAD) {
      bytes = new byte[Math.max(room + PAD, 2 * bytes.length)];
    }
  }

  /** The text; a tokenizer writes into it. Valid until the next {@link #clear} or {@link #add}. */
  byte[] bytes() {
    return bytes;
  }

  /** Makes room for {@code more} further tokens in {@link #starts()} and {@link #ends()}. */
  void room(int more) {
    if (starts.length < count + more) {
      starts = Arrays.copyOf(starts, Math.max(count + more, 2 * starts.length));
      ends = Arrays.copyOf(ends, starts.length);
    }
  }

  /** Where tokens start; those from {@link #count()} on are a tokenizer's to write. */
  int[] starts() {
    return starts;
  }

  /** Where tokens end, likewise. */
  int[] ends() {
    return ends;
  }

  /** Says how many tokens there are. */
  void count(int tokens) {
    count = tokens;
  }

  int count() {
    return count;
  }

  /** Adds a token and a blank to the text, for tokenizers that change what they cut. */
  void add(byte[] token) {
    if (bytes.length < length + token.length + 1 + PAD) {
      bytes = Arrays.copyOf(bytes, Math.max(length + token.length + 1 + PAD, 2 * bytes.length));
    }
    room(1);
    System.arraycopy(token, 0, bytes, length, token.length);
    starts[count] = length;
    length += token.length;
    ends[count++] = length;
    bytes[length++] = ' ';
  }

  int start(int token) {
    return starts[token];
  }

  int end(int token) {
    return ends[token];
  }

  /** Whether the tokens {@code first .. last} lie in the text as their n-gram is written. */
  boolean isStretch(int first, int last) {
    for (int t = first; t < last; t++) {
      if (starts[t + 1] != ends[t] + 1 || bytes[ends[t]] != ' ') {
        return false;
      }
    }
    return true;
  }

  /**
   * Puts the n-gram of the tokens {@code first .. last} together, at the start of {@link
   * #joined()}.
   *
   * @return its length
   */
  int join(int first, int last) {
    int most = last - first;
    for (int t = first; t <= last; t++) {
      most += ends[t] - starts[t];
    }
    if (joined.length < most) {
      joined = new byte[2 * most];
    }
    int o = 0;
    for (int t = first; t <= last; t++) {
      if (t > first) {
        joined[o++] = ' ';
      }
      System.arraycopy(bytes, starts[t], joined, o, ends[t] - starts[t]);
      o += ends[t] - starts[t];
    }
    return o;
  }

  /** Where {@link #join} writes. */
  byte[] joined() {
    return joined;
  }

  /** Text of {@code n} consecutive tokens, joined by blanks. */
  String text(int first, int n) {
    int size = join(first, first + n - 1);
    return new String(joined, 0, size, StandardCharsets.UTF_8);
  }
}
