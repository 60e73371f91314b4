package dev.grassmann.core.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * An .npy file whose number of rows is known only when the last one has been added. It appears
 * under its name when it is whole.
 */
public final class GrowingNpy implements AutoCloseable {
  private static final int HEADER = 128;
  private static final int BUFFER = 1 << 16;

  private final Path target;
  private final Path temporary;
  private final FileChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
  private final String type;
  private final int columns;
  private long rows;

  private GrowingNpy(Path target, String type, int columns) {
    this.target = target;
    this.type = type;
    this.columns = columns;
    try {
      temporary =
          AtomicFile.temporary(target.toAbsolutePath().getParent(), "." + target.getFileName());
      channel = FileChannel.open(temporary, StandardOpenOption.WRITE);
      channel.position(HEADER);
    } catch (IOException e) {
      throw new UncheckedIOException("writing " + target, e);
    }
  }

  /** Rows of float64. */
  public static GrowingNpy doubles(Path target, int columns) {
    return new GrowingNpy(target, "<f8", columns);
  }

  /** Rows of float32. */
  static GrowingNpy floats(Path target, int columns) {
    return new GrowingNpy(target, "<f4", columns);
  }

  /** Rows of int32. */
  public static GrowingNpy ints(Path target) {
    return new GrowingNpy(target, "<i4", 1);
  }

  /** Adds a number to the present row; a row ends with its last column. */
  public void add(double value) {
    room(Double.BYTES);
    buffer.putDouble(value);
  }

  void add(float value) {
    room(Float.BYTES);
    buffer.putFloat(value);
  }

  public void add(int value) {
    room(Integer.BYTES);
    buffer.putInt(value);
  }

  /** Counts a row whose numbers have been added. */
  public void endRow() {
    rows++;
  }

  public long rows() {
    return rows;
  }

  /** Ends the file and gives it its name. */
  public void finish() {
    try {
      flush();
      String shape = columns == 1 ? rows + "," : rows + ", " + columns;
      String head = "{'descr': '" + type + "', 'fortran_order': False, 'shape': (" + shape + "), }";
      byte[] words = head.getBytes(StandardCharsets.ISO_8859_1);
      ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
      header.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.ISO_8859_1));
      header.put((byte) 1).put((byte) 0).putShort((short) (HEADER - 10)).put(words);
      while (header.position() < HEADER - 1) {
        header.put((byte) ' ');
      }
      header.put((byte) '\n').flip();
      channel.write(header, 0);
      channel.close();
      AtomicFile.move(temporary, target);
    } catch (IOException e) {
      throw new UncheckedIOException("writing " + target, e);
    }
  }

  private void room(int bytes) {
    if (buffer.remaining() < bytes) {
      flush();
    }
  }

  private void flush() {
    try {
      buffer.flip();
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      buffer.clear();
    } catch (IOException e) {
      throw new UncheckedIOException("writing " + target, e);
    }
  }

  /** Clears away what was not finished. */
  @Override
  public void close() {
    try {
      channel.close();
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      throw new UncheckedIOException("closing " + target, e);
    }
  }
}
