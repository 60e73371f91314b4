package dev.grassmann.core.io;

import dev.grassmann.core.data.BrokenDocument;
import dev.grassmann.core.data.Slice;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Takes one text field out of a line of JSON (RFC 8259) without building a tree: everything else is
 * passed over, and checked only as far as is needed to find its end. Of a field that occurs twice
 * the last counts.
 */
final class JsonText {
  private static final String MEND = "mend the line: one JSON object a line is read";
  private static final int DEEPEST = 500;
  private static final Pattern BARE =
      Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?|true|false|null|NaN|-?Infinity");
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;

  private final byte[][] path;
  private final String field;
  private byte[] out = new byte[1 << 12];
  private int length; // of the text found so far; -1 where none was
  private byte[] a;
  private int to;
  private int at;
  private int depth; // objects and arrays around the present place

  /**
   * @param field name of the field; {@code a.b} is the field b of the object in field a
   */
  JsonText(String field) {
    this.field = field;
    this.path =
        Arrays.stream(field.split("\\.", -1))
            .map(name -> name.getBytes(StandardCharsets.UTF_8))
            .toArray(byte[][]::new);
  }

  /**
   * Reads one line.
   *
   * @param text set to the field's text, valid until the next call
   */
  void read(byte[] line, int from, int end, Slice text) {
    a = line;
    to = end;
    at = from;
    length = -1;
    depth = 0;
    if (out.length < end - from) {
      out = new byte[Math.max(end - from, 2 * out.length)];
    }
    blanks();
    if (at < to && a[at] == '[') {
      throw new BrokenDocument(
          "begins an array, not an object",
          "one JSON object a line is read: jq -c '.[]' makes lines of an array");
    }
    object(0);
    blanks();
    if (at < to) {
      throw new BrokenDocument("is not JSON (something follows the object)", MEND);
    }
    if (length < 0) {
      throw new BrokenDocument(
          "has no field '" + field + "'", "name the field that holds the text with --text");
    }
    text.set(out, 0, length);
  }

  /** An object of which the field {@code path[level]} is looked for; of level -1 none is. */
  private void object(int level) {
    expect('{');
    deeper();
    blanks();
    if (peek() == '}') {
      at++;
      depth--;
      return;
    }
    while (true) {
      blanks();
      boolean wanted = level >= 0 && key(path[level]);
      if (level < 0) {
        skipString();
      }
      blanks();
      expect(':');
      blanks();
      if (wanted && level == path.length - 1) {
        length = string();
      } else if (wanted && peek() == '{') {
        object(level + 1);
      } else {
        skip();
      }
      blanks();
      byte next = take();
      if (next == '}') {
        depth--;
        return;
      }
      if (next != ',') {
        throw broken("',' or '}' is missing");
      }
    }
  }

  /** Passes over a key; true where it is this name. */
  private boolean key(byte[] name) {
    int begin = at + 1;
    boolean escaped = skipString();
    int end = at - 1;
    if (!escaped) {
      return Arrays.equals(a, begin, end, name, 0, name.length);
    }
    int kept = at;
    at = begin - 1;
    byte[] found = out;
    int keptLength = length;
    out = new byte[end - begin + 1];
    int n = string();
    boolean same = Arrays.equals(out, 0, n, name, 0, name.length);
    out = found;
    length = keptLength;
    at = kept;
    return same;
  }

  private void deeper() {
    if (++depth > DEEPEST) {
      throw new BrokenDocument("is nested more than " + DEEPEST + " deep", MEND);
    }
  }

  private void skip() {
    switch (peek()) {
      case '"' -> skipString();
      case '{' -> object(-1);
      case '[' -> array();
      default -> bare();
    }
  }

  private void array() {
    at++;
    deeper();
    blanks();
    if (peek() == ']') {
      at++;
      depth--;
      return;
    }
    while (true) {
      blanks();
      skip();
      blanks();
      byte next = take();
      if (next == ']') {
        depth--;
        return;
      }
      if (next != ',') {
        throw broken("',' or ']' is missing");
      }
    }
  }

  /** A number, true, false, null, or what Python writes for infinities. */
  private void bare() {
    int begin = at;
    while (at < to && (Character.isLetterOrDigit(a[at]) || "+-.".indexOf(a[at]) >= 0)) {
      at++;
    }
    String word = new String(a, begin, at - begin, StandardCharsets.ISO_8859_1);
    if (!BARE.matcher(word).matches()) {
      throw broken("a value is missing");
    }
  }

  /** Passes over a string; true where it has escapes. */
  private boolean skipString() {
    expect('"');
    boolean escaped = false;
    while (true) {
      byte b = take();
      if (b == '"') {
        return escaped;
      }
      if (b == '\\') {
        escaped = true;
        take();
      }
    }
  }

  /** Unescapes a string into {@code out}; gives its length in bytes. */
  private int string() {
    if (peek() != '"') {
      int begin = at;
      skip();
      String value = new String(a, begin, Math.min(20, at - begin), StandardCharsets.UTF_8);
      throw new BrokenDocument(
          "field '" + field + "' is not a text but " + value,
          "name the field that holds the text with --text");
    }
    at++;
    int o = 0;
    while (at < to) {
      int plain = plain(at);
      System.arraycopy(a, at, out, o, plain - at);
      o += plain - at;
      at = plain;
      if (at == to) {
        break;
      }
      byte b = a[at];
      if (b == '"') {
        at++;
        return o;
      }
      if (b == '\\') {
        at++;
        o = escape(o);
      } else if (b < 0) {
        int n = Utf8.length(a, at, to);
        for (int k = 0; k < n; k++) {
          out[o++] = a[at++];
        }
      } else {
        throw broken("a control character stands bare in a string");
      }
    }
    throw broken("a string has no end");
  }

  /**
   * Index of the next byte that is a quote, a backslash, a control character or beyond ASCII. Eight
   * bytes at a time: x - 1 borrows into the high bit where a byte is 0, and a byte is made 0 by the
   * exclusive or with what is looked for.
   */
  private int plain(int from) {
    byte[] bytes = a;
    int end = to;
    int i = from;
    for (; i + 8 <= end; i += 8) {
      long x = (long) EIGHT.get(bytes, i);
      long quote = x ^ ONES * '"';
      long slash = x ^ ONES * '\\';
      long special = x | x - ONES * ' ' | quote - ONES | slash - ONES;
      if ((special & HIGH_BITS) != 0) {
        break; // one of the eight, or, after a borrow, perhaps none: looked at one by one
      }
    }
    while (i < end && bytes[i] >= ' ' && bytes[i] != '"' && bytes[i] != '\\') {
      i++;
    }
    return i;
  }

  private int escape(int o) {
    byte b = take();
    switch (b) {
      case '"', '\\', '/' -> out[o] = b;
      case 'n' -> out[o] = '\n';
      case 't' -> out[o] = '\t';
      case 'r' -> out[o] = '\r';
      case 'b' -> out[o] = '\b';
      case 'f' -> out[o] = '\f';
      case 'u' -> {
        return Utf8.put(out, o, codePoint());
      }
      default -> throw broken("an escape is unknown");
    }
    return o + 1;
  }

  private int codePoint() {
    int unit = hex();
    if (unit < 0xD800 || unit > 0xDFFF) {
      return unit;
    }
    if (unit < 0xDC00 && at + 1 < to && a[at] == '\\' && a[at + 1] == 'u') {
      at += 2;
      int low = hex();
      if (low >= 0xDC00 && low <= 0xDFFF) {
        return Character.toCodePoint((char) unit, (char) low);
      }
    }
    throw new BrokenDocument("holds half of a surrogate pair, which is no character", MEND);
  }

  private int hex() {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit(take(), 16);
      if (digit < 0) {
        throw broken("an escape is unknown");
      }
      value = value << 4 | digit;
    }
    return value;
  }

  private void blanks() {
    while (at < to && (a[at] == ' ' || a[at] == '\t' || a[at] == '\r' || a[at] == '\n')) {
      at++;
    }
  }

  private byte peek() {
    if (at >= to) {
      throw broken("it ends too early");
    }
    return a[at];
  }

  private byte take() {
    byte b = peek();
    at++;
    return b;
  }

  private void expect(char c) {
    if (take() != c) {
      throw broken("'" + c + "' is missing");
    }
  }

  private static BrokenDocument broken(String why) {
    return new BrokenDocument("is not JSON (" + why + ")", MEND);
  }
}
