package dev.grassmann.bench;

import dev.grassmann.core.io.AtomicFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Writes work files that NumPy reads: .npy, version 1.0, little-endian, row-major. */
final class NpyFile {
  private NpyFile() {}

  /** Float32 numbers of a shape. */
  static void write(Path file, float[] numbers, int... shape) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(numbers);
    write(file, "<f4", shape, bytes.array());
  }

  /** Int64 numbers in a row. */
  static void write(Path file, long[] numbers) {
    write(file, numbers, numbers.length);
  }

  /** Int64 numbers of a shape. */
  static void write(Path file, long[] numbers, int... shape) {
    ByteBuffer bytes = ByteBuffer.allocate(8 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asLongBuffer().put(numbers);
    write(file, "<i8", shape, bytes.array());
  }

  private static void write(Path file, String type, int[] shape, byte[] body) {
    String sizes =
        Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(", "));
    String about =
        "{'descr': '%s', 'fortran_order': False, 'shape': (%s%s), }"
            .formatted(type, sizes, shape.length == 1 ? "," : "");
    int padded = (10 + about.length() + 1 + 63) / 64 * 64; // the format aligns the numbers to 64
    ByteBuffer header = ByteBuffer.allocate(padded).order(ByteOrder.LITTLE_ENDIAN);
    header.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
    header.put((byte) 1).put((byte) 0).putShort((short) (padded - 10));
    byte[] text = about.getBytes(StandardCharsets.US_ASCII);
    header.put(text);
    Arrays.fill(header.array(), 10 + text.length, padded - 1, (byte) ' ');
    header.array()[padded - 1] = '\n';
    try {
      AtomicFile.write(file, out -> both(out, header.array(), body));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void both(OutputStream out, byte[] header, byte[] body) throws IOException {
    out.write(header);
    out.write(body);
  }
}
