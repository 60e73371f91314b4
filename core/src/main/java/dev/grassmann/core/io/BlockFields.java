package dev.grassmann.core.io;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/** One field after the other of a text table, from bytes; quotes and escapes are taken away. */
final class BlockFields {
  private final byte delimiter;
  private final boolean quoted;
  private final byte escape;
  private final Set<String> missing;
  private byte[] bytes; // of the present field
  private int from;
  private int to;
  private byte[] plain = new byte[256]; // a field that stood in quotes
  private char[] characters = new char[64];
  private boolean open;

  BlockFields(CsvDialect dialect, Set<String> missing) {
    this.delimiter = (byte) dialect.delimiter();
    this.quoted = dialect.quoted();
    this.escape = (byte) dialect.escape();
    this.missing = missing;
  }

  /** Whether the field's quotes were never closed. */
  boolean isOpen() {
    return open;
  }

  boolean isEmpty() {
    return from == to;
  }

  /**
   * Reads the field that starts at {@code at}.
   *
   * @param end how many bytes there are; a line feed follows them
   * @return where it ends: a delimiter or the end of a line; {@code end} where it does not
   */
  int read(byte[] text, int at, int end) {
    if (quoted && text[at] == '"') {
      return readQuoted(text, at, end);
    }
    open = false;
    int place = at;
    while (!ends(text[place])) {
      place++;
    }
    bytes = text;
    from = at;
    to = place;
    return place;
  }

  private int readQuoted(byte[] text, int at, int end) {
    int length = 0;
    boolean inside = true;
    int place = at + 1;
    for (; place < end && (inside || !ends(text[place])); place++) {
      byte b = text[place];
      if (inside && b == escape && place + 1 < end && text[place + 1] == '"') {
        b = text[++place];
      } else if (inside && b == '"') {
        inside = false;
        continue;
      }
      if (length == plain.length) {
        plain = Arrays.copyOf(plain, 2 * length);
      }
      plain[length++] = b;
    }
    bytes = plain;
    from = 0;
    to = length;
    open = inside;
    return inside ? end : place;
  }

  private boolean ends(byte b) {
    return b == delimiter || b == '\n' || b == '\r';
  }

  /** The field as a number, NaN where it is none. */
  double number() {
    int length = to - from;
    if (length > characters.length) {
      characters = new char[2 * length];
    }
    for (int i = 0; i < length; i++) {
      characters[i] = (char) (bytes[from + i] & 0xff);
    }
    return DecimalText.parse(characters, 0, length);
  }

  /** Whether the field is a text that means missing. */
  boolean isMissing() {
    return from == to
        || missing.contains(new String(bytes, from, to - from, StandardCharsets.UTF_8));
  }

  /** The code of the field among the texts of its column. */
  int code(ByteNames names) {
    return names.code(bytes, from, to, ByteNames.hash(bytes, from, to));
  }

  /**
   * @throws UnusualTextException where the field is not UTF-8
   */
  void requireUtf8() {
    int any = 0;
    for (int i = from; i < to; i++) {
      any |= bytes[i];
    }
    if (any < 0) {
      try {
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from));
      } catch (CharacterCodingException e) {
        throw new UnusualTextException("a field is not UTF-8");
      }
    }
  }
}
