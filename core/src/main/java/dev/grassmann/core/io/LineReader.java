package dev.grassmann.core.io;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.DocumentBlock;
import dev.grassmann.core.data.DocumentText;
import dev.grassmann.core.data.TextUnit;
import java.util.Arrays;
import java.util.Optional;

/**
 * Cuts a part whose documents are lines, paragraphs or the whole into blocks of whole documents.
 */
final class LineReader implements PartReader {
  /**
   * Below half a region of the collector's in a heap of 1 GiB, so that blocks are cheap to free.
   */
  static final int BLOCK = 1 << 18;

  /** Longest document; a Java array could hold eight times as much. */
  static final int LONGEST = 1 << 28;

  private final CorpusFile file;
  private final int part;
  private final DocumentText text;
  private final CorpusBytes bytes;
  private final TextUnit unit;
  private byte[] rest = new byte[0]; // begun in the last block, not ended
  private boolean first = true;
  private boolean ended;

  LineReader(CorpusFile file, int part, DocumentText text) {
    this.file = file;
    this.part = part;
    this.text = text;
    this.unit = file.format() == CorpusFile.Format.TEXT ? text.unit() : TextUnit.LINE;
    this.bytes = CorpusBytes.open(file);
  }

  @Override
  public Optional<DocumentBlock> next() {
    if (ended) {
      return Optional.empty();
    }
    byte[] buffer = new byte[Math.max(BLOCK, 2 * rest.length)];
    System.arraycopy(rest, 0, buffer, 0, rest.length);
    int end = rest.length;
    while (true) {
      int filled = bytes.fill(buffer, end, buffer.length);
      ended = filled < buffer.length;
      end = filled;
      int cut = ended ? end : cut(buffer, end);
      if (cut > 0 || ended) {
        rest = Arrays.copyOfRange(buffer, cut, end);
        return Optional.of(block(buffer, cut));
      }
      if (buffer.length >= LONGEST) {
        throw new InputException(
            "a document is longer than " + (LONGEST >> 20) + " MiB",
            file.part().name(),
            "cut it into pieces; see --unit");
      }
      buffer = Arrays.copyOf(buffer, 2 * buffer.length);
    }
  }

  private DocumentBlock block(byte[] buffer, int end) {
    boolean mark =
        first
            && end >= 3
            && buffer[0] == (byte) 0xEF
            && buffer[1] == (byte) 0xBB
            && buffer[2] == (byte) 0xBF;
    first = false;
    int from = mark ? 3 : 0; // a byte order mark is no part of the text
    return file.format() == CorpusFile.Format.JSONL
        ? LineBlock.json(part, buffer, from, end, text.field())
        : LineBlock.plain(part, buffer, from, end, unit);
  }

  /** Index after the last document that ends before {@code end}; 0 where none does. */
  private int cut(byte[] a, int end) {
    if (unit == TextUnit.FILE) {
      return 0;
    }
    for (int i = end - 1; i >= 0; i--) {
      if (a[i] == '\n' && (unit == TextUnit.LINE || blankLineEndsAt(a, i))) {
        return i + 1;
      }
    }
    return 0;
  }

  private static boolean blankLineEndsAt(byte[] a, int newline) {
    int i = newline - 1;
    if (i >= 0 && a[i] == '\r') {
      i--;
    }
    return i >= 0 && a[i] == '\n';
  }

  @Override
  public long position() {
    return bytes.position();
  }

  @Override
  public long checksum() {
    return bytes.checksum();
  }

  @Override
  public void close() {
    bytes.close();
  }
}
