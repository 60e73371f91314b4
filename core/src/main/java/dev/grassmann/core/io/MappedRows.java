package dev.grassmann.core.io;

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

  private final ByteBuffer[] chunks;
  private final int rowsPerChunk;
  private final int n;
  private final int d;
  private final char kind;
  private final int width;

  private MappedRows(ByteBuffer[] chunks, int rowsPerChunk, int n, int d, char kind, int width) {
    this.chunks = chunks;
    this.rowsPerChunk = rowsPerChunk;
    this.n = n;
    this.d = d;
    this.kind = kind;
    this.width = width;
  }

  /**
   * Maps n rows of d numbers from a byte of a file on; the caller has checked that they are there.
   */
  static MappedRows of(Path file, long start, int n, int d, char kind, int width, ByteOrder order)
      throws IOException {
    long rowBytes = (long) width * d;
    int rowsPerChunk = (int) Math.max(1, Math.min(n, CHUNK / rowBytes));
    int count = (int) (((long) n + rowsPerChunk - 1) / rowsPerChunk);
    ByteBuffer[] chunks = new ByteBuffer[count];
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      for (int c = 0; c < count; c++) {
        long first = (long) c * rowsPerChunk;
        long rows = Math.min(rowsPerChunk, n - first);
        chunks[c] =
            channel
                .map(FileChannel.MapMode.READ_ONLY, start + first * rowBytes, rows * rowBytes)
                .order(order);
      }
    }
    return new MappedRows(chunks, rowsPerChunk, n, d, kind, width);
  }

  @Override
  public int n() {
    return n;
  }

  @Override
  public int d() {
    return d;
  }

  @Override
  public void copyRows(int from, int count, float[] target, int offset) {
    Objects.checkFromIndexSize(from, count, n);
    Objects.checkFromIndexSize(offset, count * d, target.length);
    int done = 0;
    while (done < count) {
      int row = from + done;
      int inChunk = row % rowsPerChunk;
      int rows = Math.min(count - done, rowsPerChunk - inChunk);
      copy(chunks[row / rowsPerChunk], inChunk, rows, target, offset + done * d);
      done += rows;
    }
  }

  private void copy(ByteBuffer chunk, int row, int rows, float[] target, int offset) {
    int at = row * d * width;
    if (kind == 'f' && width == 4) {
      ByteBuffer view = chunk.duplicate().order(chunk.order()); // a position of this call's own
      view.position(at);
      view.asFloatBuffer().get(target, offset, rows * d);
      return;
    }
    for (int i = 0; i < rows * d; i++) {
      target[offset + i] = (float) NumberCodec.read(chunk, at + i * width, kind, width);
    }
  }
}
