package dev.grassmann.core.io;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.data.Vectors;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * Collects named arrays and writes them as one safetensors file; arrays are not copied, so they
 * must not change until then. Tensors are laid out by width, then name: equal content makes equal
 * bytes.
 */
public final class SafetensorsWriter {
  private static final int BLOCK = 1 << 16;

  private final Map<String, Tensor> tensors = new TreeMap<>();
  private final Map<String, String> metadata = new TreeMap<>();

  private record Tensor(NumberType type, long[] shape, long count, Source source) {
    long bytes() {
      return count * type.width();
    }
  }

  /** Puts numbers {@code from .. from + count} into an empty buffer. */
  private interface Source {
    void fill(long from, int count, ByteBuffer buffer);
  }

  /** A word about the file. */
  public SafetensorsWriter metadata(String name, String value) {
    metadata.put(name, value);
    return this;
  }

  /** float32 numbers, last axis fastest; no axis for a single number. */
  public SafetensorsWriter add(String name, float[] numbers, long... shape) {
    return add(
        name,
        new Tensor(
            NumberType.F32,
            shape.clone(),
            numbers.length,
            (from, count, buffer) -> buffer.asFloatBuffer().put(numbers, (int) from, count)));
  }

  /** float64 numbers. */
  public SafetensorsWriter add(String name, double[] numbers, long... shape) {
    return add(
        name,
        new Tensor(
            NumberType.F64,
            shape.clone(),
            numbers.length,
            (from, count, buffer) -> buffer.asDoubleBuffer().put(numbers, (int) from, count)));
  }

  /** int64 numbers. */
  public SafetensorsWriter add(String name, long[] numbers, long... shape) {
    return add(
        name,
        new Tensor(
            NumberType.I64,
            shape.clone(),
            numbers.length,
            (from, count, buffer) -> buffer.asLongBuffer().put(numbers, (int) from, count)));
  }

  /** Vectors as an n × d tensor of float32; read row by row while writing. */
  public SafetensorsWriter add(String name, Vectors vectors) {
    int d = vectors.d();
    float[] row = new float[d];
    long[] shape = {vectors.n(), d};
    return add(
        name,
        new Tensor(
            NumberType.F32,
            shape,
            (long) vectors.n() * d,
            (from, count, buffer) -> {
              for (int done = 0; done < count; ) {
                int start = (int) ((from + done) % d);
                int part = Math.min(d - start, count - done);
                vectors.copyRow((int) ((from + done) / d), row);
                buffer
                    .position(4 * done)
                    .slice()
                    .order(buffer.order())
                    .asFloatBuffer()
                    .put(row, start, part);
                done += part;
              }
            }));
  }

  private SafetensorsWriter add(String name, Tensor tensor) {
    long count = 1;
    for (long axis : tensor.shape()) {
      count = axis < 0 ? -1 : Math.multiplyExact(count, axis);
    }
    if (count != tensor.count() || name.equals("__metadata__") || tensors.containsKey(name)) {
      throw new IllegalArgumentException(
          "tensor '" + name + "' of " + tensor.count() + " numbers for " + count);
    }
    tensors.put(name, tensor);
    return this;
  }

  /** Writes the file, whole or not at all. */
  public void write(Path file) throws IOException {
    AtomicFile.write(file, this::writeTo);
  }

  /** Writes what the file holds. */
  public void writeTo(OutputStream out) throws IOException {
    var ordered =
        tensors.entrySet().stream()
            .sorted( // the widest first, so that each begins at a multiple of its width
                Comparator.comparing(e -> -e.getValue().type().width()))
            .toList();
    ObjectNode header = Json.object();
    if (!metadata.isEmpty()) {
      ObjectNode words = header.putObject("__metadata__");
      metadata.forEach(words::put);
    }
    long offset = 0;
    for (Map.Entry<String, Tensor> entry : ordered) {
      Tensor tensor = entry.getValue();
      ObjectNode about = header.putObject(entry.getKey()).put("dtype", tensor.type().name());
      var shape = about.putArray("shape");
      for (long axis : tensor.shape()) {
        shape.add(axis);
      }
      about.putArray("data_offsets").add(offset).add(offset + tensor.bytes());
      offset += tensor.bytes();
    }
    byte[] text = Json.line(header).getBytes(StandardCharsets.UTF_8);
    int padded = (text.length + 7) / 8 * 8; // numbers then begin at a multiple of eight
    out.write(little(8).putLong(padded).array());
    out.write(text);
    out.write(" ".repeat(padded - text.length).getBytes(StandardCharsets.US_ASCII));
    for (Map.Entry<String, Tensor> entry : ordered) {
      numbers(entry.getValue(), out);
    }
  }

  private static void numbers(Tensor tensor, OutputStream out) throws IOException {
    ByteBuffer bytes = little(tensor.type().width() * BLOCK);
    for (long from = 0; from < tensor.count(); from += BLOCK) {
      int count = (int) Math.min(BLOCK, tensor.count() - from);
      tensor.source().fill(from, count, bytes.clear());
      out.write(bytes.array(), 0, count * tensor.type().width());
    }
  }

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
