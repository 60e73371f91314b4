package dev.grassmann.core.io;

import dev.grassmann.core.data.BrokenDocument;
import dev.grassmann.core.data.DocumentBlock;
import dev.grassmann.core.data.Slice;
import dev.grassmann.core.data.TextUnit;

/** Documents that are lines, paragraphs, or the whole, of bytes in memory. */
final class LineBlock implements DocumentBlock {
  private final int part;
  private final byte[] bytes;
  private final int end;
  private final TextUnit unit;
  private final JsonText json; // null for plain text
  private final Slice raw = new Slice();
  private final Slice text = new Slice();
  private int at;
  private long lines;
  private long pending; // lines of the present document after its first

  private LineBlock(int part, byte[] bytes, int from, int end, TextUnit unit, JsonText json) {
    this.part = part;
    this.bytes = bytes;
    this.at = from;
    this.end = end;
    this.unit = unit;
    this.json = json;
  }

  static LineBlock json(int part, byte[] bytes, int from, int end, String field) {
    return new LineBlock(part, bytes, from, end, TextUnit.LINE, new JsonText(field));
  }

  static LineBlock plain(int part, byte[] bytes, int from, int end, TextUnit unit) {
    return new LineBlock(part, bytes, from, end, unit, null);
  }

  @Override
  public int part() {
    return part;
  }

  @Override
  public boolean next() {
    lines += pending;
    pending = 0;
    while (at < end) {
      int stop = lineEnd(at);
      if (!blank(at, stop)) {
        int begin = at;
        lines++;
        stop = documentEnd(stop);
        at = Math.min(end, stop + 1);
        raw.set(bytes, begin, stop > begin && bytes[stop - 1] == '\r' ? stop - 1 : stop);
        return true;
      }
      lines++;
      at = Math.min(end, stop + 1);
    }
    return false;
  }

  /** End of the document whose first line ends at {@code stop}. */
  private int documentEnd(int stop) {
    int last = stop;
    while (unit != TextUnit.LINE && last + 1 < end) {
      int next = lineEnd(last + 1);
      if (unit == TextUnit.PARAGRAPH && blank(last + 1, next)) {
        break;
      }
      last = next;
      pending++;
    }
    return last;
  }

  private int lineEnd(int from) {
    int i = from;
    while (i < end && bytes[i] != '\n') {
      i++;
    }
    return i;
  }

  private boolean blank(int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
        return false;
      }
    }
    return true;
  }

  @Override
  public Slice raw() {
    return raw;
  }

  @Override
  public Slice text() {
    if (json != null) {
      json.read(bytes, raw.from(), raw.to(), text);
      return text;
    }
    for (int i = raw.from(); i < raw.to(); i++) {
      if (bytes[i] == 0) {
        throw new BrokenDocument(
            "holds a zero byte, so it is not text", "name a text, JSONL or Parquet file");
      }
    }
    Utf8.require(bytes, raw.from(), raw.to());
    return raw;
  }

  @Override
  public long lines() {
    return lines;
  }
}
