package dev.grassmann.core.io;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Vectors;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/**
 * Rows of numbers in a file, mapped into memory in chunks that end between two rows, so that no row
 * straddles two chunks. Needs address space, no heap.
 */
final class MappedRows implements Vectors {
  private static final long CHUNK = 1L << 30;

  private final Path file;
  private final ByteBuffer[] chunks;
  private final int rowsPerChunk;
  private final Layout layout;

  private MappedRows(Path file, ByteBuffer[] chunks, int rowsPerChunk, Layout layout) {
    this.file = file;
    this.chunks = chunks;
    this.rowsPerChunk = rowsPerChunk;
    this.layout = layout;
  }

  /**
   * Where rows lie in a file.
   *
   * @param start byte of the first number
   * @param n rows, at least 1
   * @param d numbers a row, at least 1
   * @param gap bytes before each row that are no numbers of it
   */
  record Layout(long start, int n, int d, NumberType type, ByteOrder order, int gap) {
    long rowBytes() {
      return gap + (long) type.width() * d;
    }
  }

  /**
   * Maps the rows; the caller has checked that they are there.
   *
   * @throws InputException where a single row is longer than 2^30 bytes
   */
  static MappedRows of(Path file, Layout layout) throws IOException {
    long rowBytes = layout.rowBytes();
    if (rowBytes > CHUNK) {
      throw InputException.file(
          file,
          "has rows of " + layout.d() + " numbers, " + rowBytes + " bytes each",
          "rows of up to " + CHUNK + " bytes can be read: turn it, or cut it up");
    }
    int n = layout.n();
    int rowsPerChunk = (int) Math.min(n, CHUNK / rowBytes);
    ByteBuffer[] chunks = new ByteBuffer[(int) (((long) n + rowsPerChunk - 1) / rowsPerChunk)];
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      for (int c = 0; c < chunks.length; c++) {
        long first = (long) c * rowsPerChunk;
        long rows = Math.min(rowsPerChunk, n - first);
        chunks[c] =
            channel
                .map(
                    FileChannel.MapMode.READ_ONLY,
                    layout.start() + first * rowBytes,
                    rows * rowBytes)
                .order(layout.order());
      }
    }
    return new MappedRows(file, chunks, rowsPerChunk, layout);
  }

  @Override
  public int n() {
    return layout.n();
  }

  @Override
  public int d() {
    return layout.d();
  }

  @Override
  public void copyRows(int from, int count, float[] target, int offset) {
    Objects.checkFromIndexSize(from, count, n());
    Objects.checkFromIndexSize((long) offset, (long) count * d(), (long) target.length);
    int done = 0;
    while (done < count) {
      int row = from + done;
      int inChunk = row % rowsPerChunk;
      int rows = Math.min(count - done, rowsPerChunk - inChunk);
      copy(chunks[row / rowsPerChunk], inChunk, rows, target, offset + done * d());
      done += rows;
    }
  }

  @Override
  public String place(int row) {
    return file + " row " + Objects.checkIndex(row, n());
  }

  private void copy(ByteBuffer chunk, int row, int rows, float[] target, int offset) {
    int rowBytes = (int) layout.rowBytes();
    if (layout.gap() == 0) {
      layout.type().copy(chunk, row * rowBytes, rows * d(), target, offset);
      return;
    }
    for (int i = 0; i < rows; i++) {
      int at = (row + i) * rowBytes + layout.gap();
      layout.type().copy(chunk, at, d(), target, offset + i * d());
    }
  }
}
