package dev.grassmann.core.io;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/**
 * Cuts a stream of text into rows of fields, one row in memory at a time. Fields may stand in
 * quotes, and then hold delimiters, line breaks and escaped quotes.
 */
final class CsvRows {
  private final Reader reader;
  private final CsvDialect dialect;
  private final char[] buffer = new char[1 << 16];
  private int at;
  private int filled;
  private char[] text = new char[1 << 12]; // the row's fields, one after another
  private int length;
  private int[] ends = new int[16];
  private int fields;
  private long line;
  private long firstLine;
  private long quotes;
  private long oddQuotes;

  CsvRows(Reader reader, CsvDialect dialect) {
    this.reader = reader;
    this.dialect = dialect;
  }

  /** Goes to the next row that is not blank; false at the end. */
  boolean next() throws IOException {
    boolean any;
    do {
      any = read();
    } while (any && fields == 1 && ends[0] == 0);
    return any;
  }

  int fields() {
    return fields;
  }

  /** Where in {@link #text} a field starts. */
  int start(int field) {
    return field == 0 ? 0 : ends[field - 1];
  }

  int end(int field) {
    return ends[field];
  }

  /** The row's characters; valid until the next row. */
  char[] text() {
    return text;
  }

  String field(int field) {
    return new String(text, start(field), end(field) - start(field));
  }

  /** Line of the file, from 1, that the row starts in. */
  long line() {
    return firstLine;
  }

  /** Quotes so far that opened a field. */
  long quotes() {
    return quotes;
  }

  /** How many of them were never closed, or closed within the field. */
  long oddQuotes() {
    return oddQuotes;
  }

  private boolean read() throws IOException {
    length = 0;
    fields = 0;
    firstLine = ++line;
    char delimiter = dialect.delimiter();
    char quote = dialect.quoted() ? '"' : '\0';
    boolean runs = dialect.runs();
    boolean inside = false;
    boolean started = false; // a character of the present field has been seen
    int c = take();
    if (c < 0) {
      return false;
    }
    for (; c >= 0 && (inside || !endsRow(c)); c = take()) {
      if (inside && c == dialect.escape() && peek() == quote) {
        put((char) take());
      } else if (c == quote && quote != 0 && (inside || !started)) {
        if (!inside) {
          quotes++;
        } else if (!endsField(peek())) {
          oddQuotes++;
        }
        inside = !inside;
        started = true;
      } else if (inside) {
        line += c == '\n' || (c == '\r' && peek() != '\n') ? 1 : 0;
        put((char) c);
      } else if (c == delimiter || (runs && c == '\t')) {
        if (started || !runs) {
          endField();
        }
        started = false;
      } else {
        put((char) c);
        started = true;
      }
    }
    oddQuotes += inside ? 1 : 0;
    if (started || !runs || fields == 0) {
      endField();
    }
    return true;
  }

  /** A line feed, a carriage return, or both. */
  private boolean endsRow(int c) throws IOException {
    if (c == '\r' && peek() == '\n') {
      take();
    }
    return c == '\n' || c == '\r';
  }

  private boolean endsField(int c) {
    return c < 0 || c == dialect.delimiter() || c == '\n' || c == '\r';
  }

  private void put(char c) {
    if (length == text.length) {
      text = Arrays.copyOf(text, 2 * length);
    }
    text[length++] = c;
  }

  private void endField() {
    if (fields == ends.length) {
      ends = Arrays.copyOf(ends, 2 * fields);
    }
    ends[fields++] = length;
  }

  private int take() throws IOException {
    return at < filled || fill() ? buffer[at++] : -1;
  }

  private int peek() throws IOException {
    return at < filled || fill() ? buffer[at] : -1;
  }

  private boolean fill() throws IOException {
    at = 0;
    filled = Math.max(0, reader.read(buffer));
    return filled > 0;
  }
}
