package dev.grassmann.tables.dsir;

import dev.grassmann.core.data.Slice;
import dev.grassmann.core.io.Utf8;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The word-punctuation rule: a token is a longest run of word characters, or a longest run of
 * characters that are neither word characters nor blanks.
 *
 * <p>A loop that asks of each byte whether a token ends there guesses wrong at nearly every end,
 * which costs the processor more than all else. So one sweep writes the text in small letters and
 * one bit a byte for each kind, eight ASCII bytes at a time without a branch; a second finds where
 * bits change. Characters beyond ASCII are decoded one by one.
 */
final class WordPunct implements Tokenizer {
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;

  /** Times this, the high bits of eight bytes come together in the topmost byte, in order. */
  private static final long GATHER = 0x0002040810204081L;

  private final boolean unicode;
  private long[] words = new long[64]; // one bit a byte of the text: part of a word
  private long[] marks = new long[64]; // neither part of a word nor a blank
  private byte[] out;
  private int at; // where the next byte of the text goes

  /**
   * @param unicode whether word characters are Unicode's, and not letters, numbers and underscore
   */
  WordPunct(boolean unicode) {
    this.unicode = unicode;
  }

  private byte kindOf(int c) {
    return unicode ? Letters.unicodeKind(c) : Letters.kind(c);
  }

  @Override
  public void read(Slice text, Tokens tokens) {
    byte[] a = text.array();
    int to = text.to();
    int most = 2 * text.length() + 16; // 2 bytes become 3 at most; and what a last eight writes
    tokens.clear(most);
    out = tokens.bytes();
    int size = (most >>> 6) + 2;
    if (words.length < size) {
      words = new long[2 * size];
      marks = new long[2 * size];
    } else {
      Arrays.fill(words, 0, size, 0);
      Arrays.fill(marks, 0, size, 0);
    }
    at = 0;
    int i = text.from();
    while (i < to) {
      i = eights(a, i, to);
      int stop = Math.min(to, i + 8); // eight with other characters, or the last few
      while (i < stop) {
        i = one(a, text.from(), i, to);
      }
    }
    cut(tokens);
  }

  /** Reads on while eight bytes are ASCII; gives where that ends. */
  private int eights(byte[] a, int from, int to) {
    byte[] target = out;
    int o = at;
    int i = from;
    for (; i + 8 <= to; i += 8, o += 8) {
      long x = (long) EIGHT.get(a, i);
      if ((x & HIGH_BITS) != 0) {
        break;
      }
      long small = x | within(x, 'A', 'Z') >>> 2; // 0x80 >>> 2 is what parts capital from small
      EIGHT.set(target, o, small);
      long word = within(small, 'a', 'z') | within(x, '0', '9') | within(x, '_', '_');
      long blank = within(x, '\t', '\r') | within(x, unicode ? ' ' : 0x1C, ' ');
      put(words, o, word * GATHER >>> 56 & 0xFF);
      put(marks, o, (~(word | blank) & HIGH_BITS) * GATHER >>> 56 & 0xFF);
    }
    at = o;
    return i;
  }

  /** High bit of each byte of x, all below 128, that is {@code low .. high}. */
  private static long within(long x, int low, int high) {
    return x + ONES * (0x80 - low) & ~(x + ONES * (0x7F - high)) & HIGH_BITS;
  }

  /** Sets up to eight bits, the lowest at {@code o}. */
  private static void put(long[] bits, int o, long eight) {
    int shift = o & 63;
    bits[o >>> 6] |= eight << shift;
    bits[(o >>> 6) + 1] |= eight >>> 1 >>> 63 - shift; // what does not fit; nothing where it does
  }

  /** Reads one character; gives where it ends. */
  private int one(byte[] a, int from, int i, int to) {
    byte lead = a[i];
    if (lead >= 0) {
      write(Character.toLowerCase(lead));
      return i + 1;
    }
    int length = lead < (byte) 0xE0 ? 2 : lead < (byte) 0xF0 ? 3 : 4;
    int c = Utf8Text.codePoint(a, i, length);
    if (c == Letters.CAPITAL_SIGMA) {
      write(Utf8Text.endsWord(a, from, i, i + length, to) ? 0x3C2 : 0x3C3);
    } else if (c == Letters.CAPITAL_I_DOT) {
      write('i'); // the only capital whose small form is two characters
      write(Letters.DOT_ABOVE);
    } else {
      write(Character.toLowerCase(c));
    }
    return i + length;
  }

  private void write(int c) {
    int end = Utf8.put(out, at, c);
    byte kind = kindOf(c);
    if (kind != Letters.BLANK) {
      put(kind == Letters.WORD ? words : marks, at, (1 << end - at) - 1);
    }
    at = end;
  }

  /** Tokens start and end where bits change. */
  private void cut(Tokens tokens) {
    int count = 0;
    int ended = 0;
    long wordBefore = 0;
    long markBefore = 0;
    for (int block = 0; block <= at >>> 6; block++) {
      long word = words[block];
      long mark = marks[block];
      long wordShifted = word << 1 | wordBefore;
      long markShifted = mark << 1 | markBefore;
      wordBefore = word >>> 63;
      markBefore = mark >>> 63;
      tokens.count(count);
      tokens.room(66);
      int base = block << 6;
      count = list(word & ~wordShifted | mark & ~markShifted, base, tokens.starts(), count);
      ended = list(~word & wordShifted | ~mark & markShifted, base, tokens.ends(), ended);
    }
    tokens.count(count);
  }

  private static int list(long bits, int base, int[] places, int count) {
    int n = count;
    for (long left = bits; left != 0; left &= left - 1) {
      places[n++] = base + Long.numberOfTrailingZeros(left);
    }
    return n;
  }
}
