package dev.grassmann.core.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/**
 * Reads stretches of a text table from bytes into columns; one thread's own. A stretch holds the
 * rows that start in it, and its first row starts after its first line feed. That may lie within
 * quotes: {@link CsvBlocks} sees it from the stretch before, which then ends elsewhere.
 */
final class BlockReader {
  /** Room for the rest of a row that starts before the stretch's end. */
  private static final int REST = 1 << 16;

  /** Of a row; beyond, nobody needs to be fast. */
  private static final int LONGEST = 1 << 25;

  private final FileChannel channel;
  private final long fileSize;
  private final CsvBlocks.Layout layout;
  private final byte delimiter;
  private final BlockColumn[] columns;
  private final BlockFields fields;
  private ByteBuffer direct;
  private byte[] bytes;
  private int filled;
  private long base; // place in the file of bytes[0]
  private int capacity = 1 << 10;
  private boolean blank; // whether the row just read is a line of nothing but a pair of quotes

  BlockReader(FileChannel channel, long fileSize, CsvBlocks.Layout layout) {
    this.channel = channel;
    this.fileSize = fileSize;
    this.layout = layout;
    this.delimiter = (byte) layout.format().dialect().delimiter();
    this.columns = new BlockColumn[layout.width()];
    for (int c = 0; c < columns.length; c++) {
      columns[c] = layout.kinds()[c] == BlockColumn.Kind.SKIPPED ? null : new BlockColumn(capacity);
    }
    this.fields = new BlockFields(layout.format().dialect(), layout.missing());
  }

  /** Codes of a column of texts. */
  ByteNames names(int column) {
    return columns[column].names();
  }

  /**
   * Reads one stretch.
   *
   * @param from its first byte in the file
   * @param to the byte after its last
   * @throws UnusualTextException for what is left to others
   */
  CsvBlock read(long from, long to) throws IOException {
    load(Math.max(0, from - 1), to + REST);
    int limit = (int) (to - base);
    int at = from == 0 ? afterMark() : firstRow();
    long first = base + at;
    boolean header = from == 0 && layout.format().header().present();
    int rows = 0;
    while (at < limit && at < filled) {
      byte b = bytes[at];
      if (b == '\n') {
        at++;
        continue;
      }
      if (b == '\r') {
        at = afterReturn(at);
        continue;
      }
      if (rows == capacity) {
        grow();
      }
      blank = false;
      int next = row(at, rows, header ? layout.nothing() : layout.kinds());
      if (next < 0) {
        more();
        continue;
      }
      at = next;
      if (header && !blank) {
        header = false;
      } else if (!blank) {
        rows++;
      }
    }
    Object[] values = new Object[columns.length];
    for (int c = 0; c < values.length; c++) {
      values[c] = columns[c] == null ? null : columns[c].taken(rows);
    }
    return new CsvBlock(this, first, base + Math.min(at, filled), rows, values);
  }

  /** After a mark of byte order. */
  private int afterMark() {
    boolean mark =
        filled >= 3
            && bytes[0] == (byte) 0xEF
            && bytes[1] == (byte) 0xBB
            && bytes[2] == (byte) 0xBF;
    return mark ? 3 : 0;
  }

  /** After the first line feed. */
  private int firstRow() throws IOException {
    int at = 0;
    while (true) {
      for (; at < filled; at++) {
        if (bytes[at] == '\n') {
          return at + 1;
        }
      }
      if (isLast()) {
        return filled;
      }
      more();
    }
  }

  /**
   * Reads one row.
   *
   * @return where the next one starts; negative where this one does not end in the bytes at hand
   */
  private int row(int start, int row, BlockColumn.Kind[] kinds) {
    byte[] text = bytes;
    byte comma = delimiter;
    int at = start;
    int last = columns.length - 1;
    for (int c = 0; c <= last; c++) {
      BlockColumn.Kind kind = kinds[c];
      int end = at;
      number:
      if (kind == BlockColumn.Kind.NUMBERS) {
        int number = 0;
        int digit = text[end] - '0';
        while (digit >= 0 && digit <= 9) {
          number = 10 * number + digit;
          digit = text[++end] - '0';
        }
        int[] ints = columns[c].ints();
        byte b = text[end];
        if (end == at || end > at + 9 || (b != comma && b != '\n' && b != '\r') || ints == null) {
          end = other(at, c, row, kind);
          break number;
        }
        ints[row] = number;
      } else {
        end = other(at, c, row, kind);
      }
      if (end >= filled && !isLast()) {
        return -1;
      }
      byte b = text[end];
      if (c < last) {
        if (b != comma) {
          return tooFew(c, at, end);
        }
        at = end + 1;
      } else {
        if (b != '\n' && b != '\r') {
          throw new UnusualTextException("a row has too many fields");
        }
        at = b == '\n' ? end + 1 : afterReturn(end);
      }
    }
    return at;
  }

  /** A line of nothing but a pair of quotes is blank. */
  private int tooFew(int c, int at, int end) {
    if (c > 0 || end != at + 2 || !fields.isEmpty()) {
      throw new UnusualTextException("a row has too few fields");
    }
    blank = true;
    return bytes[end] == '\n' ? end + 1 : afterReturn(end);
  }

  /** A field that is more than a few digits; returns where it ends. */
  private int other(int at, int c, int row, BlockColumn.Kind kind) {
    int end = fields.read(bytes, at, filled);
    if (end >= filled && !isLast()) {
      return end;
    }
    if (fields.isOpen()) {
      throw new UnusualTextException("quotes are never closed");
    }
    blank = columns.length == 1 && fields.isEmpty();
    switch (kind) {
      case SKIPPED -> fields.requireUtf8();
      case NUMBERS -> {
        double number = fields.number();
        if (Double.isNaN(number) && !fields.isMissing()) {
          layout.foundText(c);
        }
        columns[c].put(row, number);
      }
      case TEXTS -> {
        int[] codes = columns[c].ints();
        codes[row] = fields.code(columns[c].names());
      }
    }
    return end;
  }

  private int afterReturn(int at) {
    if (at + 1 < filled && bytes[at + 1] != '\n') {
      throw new UnusualTextException("a carriage return alone ends a line");
    }
    return at + 2;
  }

  private void grow() {
    capacity *= 2;
    for (BlockColumn column : columns) {
      if (column != null) {
        column.grow(capacity);
      }
    }
  }

  private boolean isLast() {
    return base + filled >= fileSize;
  }

  private void load(long from, long to) throws IOException {
    base = from;
    filled = 0;
    reserve((int) (Math.min(to, fileSize) - from));
    fill(from, Math.min(to, fileSize));
  }

  private void more() throws IOException {
    long end = base + filled;
    long to = Math.min(fileSize, end + Math.max(REST, filled));
    if (to - base > LONGEST + (1L << 22)) {
      throw new UnusualTextException("a row is very long");
    }
    reserve((int) (to - base));
    fill(end, to);
  }

  private void reserve(int room) {
    if (bytes == null || bytes.length < room + 2) {
      bytes = bytes == null ? new byte[room + 2] : Arrays.copyOf(bytes, room + room / 4 + 2);
    }
  }

  /** Reads these bytes behind those at hand, and a line feed behind them all. */
  private void fill(long from, long to) throws IOException {
    int count = (int) (to - from);
    if (direct == null || direct.capacity() < count) {
      direct = ByteBuffer.allocateDirect(count);
    }
    direct.clear().limit(count);
    while (direct.hasRemaining()) {
      if (channel.read(direct, from + direct.position()) < 0) {
        throw new UnusualTextException("the file has become shorter");
      }
    }
    direct.flip().get(bytes, filled, count);
    filled += count;
    bytes[filled] = '\n';
    bytes[filled + 1] = '\n';
  }
}
