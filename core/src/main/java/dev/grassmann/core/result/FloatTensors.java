package dev.grassmann.core.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.io.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Matrices of float32 by name in the safetensors format: eight bytes with the header's length, a
 * JSON header with shapes and offsets, the numbers in little-endian order.
 */
final class FloatTensors {
  private static final int BLOCK = 1 << 16;
  private static final int LARGEST_HEADER = 100_000_000; // the format's own limit

  private FloatTensors() {}

  static void write(Map<String, Vectors> tensors, OutputStream out) throws IOException {
    Map<String, Vectors> ordered = new TreeMap<>(tensors);
    ObjectNode header = Json.object();
    long offset = 0;
    for (Map.Entry<String, Vectors> tensor : ordered.entrySet()) {
      ObjectNode about = header.putObject(tensor.getKey()).put("dtype", "F32");
      about.putArray("shape").add(tensor.getValue().n()).add(tensor.getValue().d());
      long end = offset + 4L * tensor.getValue().n() * tensor.getValue().d();
      about.putArray("data_offsets").add(offset).add(end);
      offset = end;
    }
    byte[] text = Json.line(header).getBytes(StandardCharsets.UTF_8);
    int padded = (text.length + 7) / 8 * 8; // numbers then begin at a multiple of eight
    out.write(little(8).putLong(padded).array());
    out.write(text);
    for (int i = text.length; i < padded; i++) {
      out.write(' ');
    }
    for (Vectors tensor : ordered.values()) {
      write(tensor, out);
    }
  }

  private static void write(Vectors tensor, OutputStream out) throws IOException {
    int block = Math.max(1, Math.min(tensor.n(), BLOCK / tensor.d()));
    float[] rows = new float[block * tensor.d()];
    ByteBuffer bytes = little(rows.length * 4);
    for (int from = 0; from < tensor.n(); from += block) {
      int count = Math.min(block, tensor.n() - from) * tensor.d();
      tensor.copyRows(from, count / tensor.d(), rows, 0);
      bytes.clear();
      bytes.asFloatBuffer().put(rows, 0, count);
      out.write(bytes.array(), 0, count * 4);
    }
  }

  /**
   * Reads all tensors of a file.
   *
   * @throws InputException where the file is not what its header says
   */
  static Map<String, Vectors> read(Path file) {
    try (FileChannel channel = FileChannel.open(file)) {
      long size = channel.size();
      if (size < 8) {
        throw broken(file, "has " + size + " bytes");
      }
      long length = bytes(channel, 0, 8).getLong();
      if (length < 2 || length > Math.min(LARGEST_HEADER, size - 8)) {
        throw broken(file, "header promises " + length + " bytes, " + (size - 8) + " follow");
      }
      byte[] text = bytes(channel, 8, (int) length).array();
      JsonNode header = Json.parse(new String(text, StandardCharsets.UTF_8), file + " header");
      Map<String, Vectors> tensors = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> tensor : header.properties()) {
        if (!tensor.getKey().equals("__metadata__")) {
          tensors.put(
              tensor.getKey(),
              tensor(channel, file, tensor.getKey(), tensor.getValue(), 8 + length));
        }
      }
      return tensors;
    } catch (IOException e) {
      throw new InputException("cannot be read", file.toString(), "check path and rights", e);
    }
  }

  private static Vectors tensor(
      FileChannel channel, Path file, String name, JsonNode about, long base) throws IOException {
    String type = about.path("dtype").asText();
    JsonNode shape = about.path("shape");
    if (!type.equals("F32") || shape.size() != 2) {
      throw broken(file, "tensor '" + name + "' is " + type + shape + ", not a matrix of F32");
    }
    long n = shape.get(0).asLong();
    long d = shape.get(1).asLong();
    long start = about.path("data_offsets").path(0).asLong(-1);
    long end = about.path("data_offsets").path(1).asLong(-1);
    boolean sane = n > 0 && d > 0 && n <= Integer.MAX_VALUE && d <= Integer.MAX_VALUE;
    if (!sane || n * d > Integer.MAX_VALUE / 4 * 2L || start < 0 || end - start != 4 * n * d) {
      throw broken(
          file,
          String.format(
              Locale.ROOT, "tensor '%s' of %s lies at %d to %d", name, shape, start, end));
    }
    if (end > channel.size() - base) { // not base + end, which a lying header can overflow
      throw broken(
          file,
          String.format(
              Locale.ROOT,
              "tensor '%s' ends at byte %,d of %,d",
              name,
              base + end,
              channel.size()));
    }
    float[] numbers = new float[(int) (n * d)];
    for (int done = 0; done < numbers.length; done += BLOCK) {
      int count = Math.min(BLOCK, numbers.length - done);
      bytes(channel, base + start + 4L * done, 4 * count).asFloatBuffer().get(numbers, done, count);
    }
    return Vectors.of(numbers, (int) n, (int) d);
  }

  private static ByteBuffer bytes(FileChannel channel, long at, int count) throws IOException {
    ByteBuffer bytes = little(count);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, at + bytes.position()) < 0) {
        throw new IOException("the file shrank while it was read");
      }
    }
    return bytes.flip();
  }

  private static ByteBuffer little(int count) {
    return ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static InputException broken(Path file, String what) {
    return InputException.file(
        file, what, "the file is cut short or not ours: train or copy again");
  }
}
