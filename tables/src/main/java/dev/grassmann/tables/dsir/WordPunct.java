package dev.grassmann.tables.dsir;

import dev.grassmann.core.data.Slice;
import dev.grassmann.core.io.Utf8;

/**
 * The word-punctuation rule: a token is a longest run of word characters, or a longest run of
 * characters that are neither word characters nor blanks. One pass over the bytes; characters
 * beyond ASCII are decoded one by one.
 */
final class WordPunct implements Tokenizer {
  private static final byte[] LOWER = new byte[128];

  static {
    for (int c = 0; c < 128; c++) {
      LOWER[c] = (byte) Character.toLowerCase(c);
    }
  }

  private final boolean unicode;
  private final byte[] kinds = new byte[128];

  private byte[] out;
  private int at; // where the next byte goes
  private int start; // of the present token
  private byte kind; // of the present token; BLANK between tokens
  private Tokens tokens;

  /**
   * @param unicode whether word characters are Unicode's, and not letters, numbers and underscore
   */
  WordPunct(boolean unicode) {
    this.unicode = unicode;
    for (int c = 0; c < 128; c++) {
      kinds[c] = kindOf(c);
    }
  }

  private byte kindOf(int c) {
    return unicode ? Letters.unicodeKind(c) : Letters.kind(c);
  }

  @Override
  public void read(Slice text, Tokens into) {
    byte[] a = text.array();
    int to = text.to();
    into.clear(3 * text.length() + 3); // a blank behind each token, and small letters may be longer
    tokens = into;
    out = into.bytes();
    at = 0;
    kind = Letters.BLANK;
    int i = text.from();
    while (i < to) {
      int b = a[i];
      if (b >= 0) {
        byte next = kinds[b];
        if (next != kind) {
          turn(next);
        }
        out[at] = LOWER[b];
        at += next == Letters.BLANK ? 0 : 1;
        i++;
      } else {
        int length = b < (byte) 0xE0 ? 2 : b < (byte) 0xF0 ? 3 : 4;
        other(Utf8Text.codePoint(a, i, length), a, text.from(), i, i + length, to);
        i += length;
      }
    }
    turn(Letters.BLANK);
  }

  private void turn(byte next) {
    if (kind != Letters.BLANK) {
      at = tokens.add(start, at);
    }
    start = at;
    kind = next;
  }

  private void other(int c, byte[] a, int from, int i, int after, int to) {
    if (c == Letters.CAPITAL_SIGMA) {
      put(Utf8Text.endsWord(a, from, i, after, to) ? 0x3C2 : 0x3C3);
    } else if (c == Letters.CAPITAL_I_DOT) {
      put('i'); // the only capital whose small form is two characters
      put(Letters.DOT_ABOVE);
    } else {
      put(Character.toLowerCase(c));
    }
  }

  private void put(int c) {
    byte next = kindOf(c);
    if (next != kind) {
      turn(next);
    }
    if (next != Letters.BLANK) {
      at = Utf8.put(out, at, c);
    }
  }
}
