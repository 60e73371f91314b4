package dev.grassmann.compare.measures;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.InputException;
import dev.grassmann.core.io.AtomicFile;
import dev.grassmann.core.io.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Moments of two spaces as a safetensors file of float64 tensors, which NumPy and libtorch read
 * too: 8 bytes with the header's length, a JSON header, the numbers.
 */
final class MomentsFile {
  private static final String FORMAT = "grassmann pair moments 1";
  private static final long LONGEST_HEADER = 1 << 16;
  private static final int CHUNK = 1 << 20;

  private MomentsFile() {}

  static void write(PairMoments moments, Path file) throws IOException {
    JointMoments aa = moments.aa();
    JointMoments ab = moments.ab();
    JointMoments bb = moments.bb();
    Map<String, double[]> tensors = new LinkedHashMap<>();
    tensors.put("n", new double[] {moments.n()}); // exact to 2^53 rows
    tensors.put("mean_a", ab.meanX());
    tensors.put("mean_b", ab.meanY());
    tensors.put("squares", new double[] {ab.squaresX(), ab.squaresY()});
    tensors.put("square_products", new double[] {aa.squares(), ab.squares(), bb.squares()});
    tensors.put("a_by_squares_of_a", aa.xByY());
    tensors.put("a_by_squares_of_b", ab.xByY());
    tensors.put("b_by_squares_of_a", ab.yByX());
    tensors.put("b_by_squares_of_b", bb.xByY());
    tensors.put("scatter_aa", aa.cross());
    tensors.put("scatter_ab", ab.cross());
    tensors.put("scatter_bb", bb.cross());
    byte[] header = header(tensors, moments.p(), moments.q()).getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(
        file,
        out -> {
          ByteBuffer length = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
          out.write(length.putLong(header.length).array());
          out.write(header);
          for (double[] tensor : tensors.values()) {
            write(tensor, out);
          }
        });
  }

  private static String header(Map<String, double[]> tensors, int p, int q) {
    ObjectNode header = Json.object();
    header.putObject("__metadata__").put("format", FORMAT);
    long at = 0;
    for (Map.Entry<String, double[]> tensor : tensors.entrySet()) {
      long end = at + 8L * tensor.getValue().length;
      ObjectNode entry = header.putObject(tensor.getKey()).put("dtype", "F64");
      var shape = entry.putArray("shape");
      if (tensor.getKey().startsWith("scatter_")) {
        shape.add(tensor.getKey().endsWith("bb") ? q : p);
        shape.add(tensor.getKey().endsWith("aa") ? p : q);
      } else {
        shape.add(tensor.getValue().length);
      }
      entry.putArray("data_offsets").add(at).add(end);
      at = end;
    }
    String text = Json.line(header);
    return text + " ".repeat((8 - text.length() % 8) % 8); // numbers start at a multiple of 8
  }

  private static void write(double[] numbers, OutputStream out) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(8 * CHUNK).order(ByteOrder.LITTLE_ENDIAN);
    for (int from = 0; from < numbers.length; from += CHUNK) {
      int count = Math.min(CHUNK, numbers.length - from);
      buffer.clear();
      buffer.asDoubleBuffer().put(numbers, from, count);
      out.write(buffer.array(), 0, 8 * count);
    }
  }

  static PairMoments read(Path file) {
    try (FileChannel channel = FileChannel.open(file)) {
      return new Reading(file, channel).moments();
    } catch (IOException e) {
      throw new InputException("cannot be read", file.toString(), "check path and rights", e);
    }
  }

  /** One reading: every size that the header claims is compared with the file before it is used. */
  private static final class Reading {
    private final Path file;
    private final FileChannel channel;
    private final JsonNode header;
    private final long start;

    Reading(Path file, FileChannel channel) throws IOException {
      this.file = file;
      this.channel = channel;
      require(channel.size() >= 8, "has " + channel.size() + " bytes");
      long length = bytes(0, 8).getLong();
      boolean plausible = length > 0 && length <= LONGEST_HEADER && length <= channel.size() - 8;
      require(plausible, "promises a header of " + length + " bytes");
      byte[] text = new byte[(int) length];
      bytes(8, text.length).get(text);
      this.header = Json.parse(new String(text, StandardCharsets.UTF_8), file.toString());
      this.start = 8 + length;
      String format = header.path("__metadata__").path("format").asText();
      require(format.equals(FORMAT), "is of format '" + format + "', not '" + FORMAT + "'");
    }

    PairMoments moments() throws IOException {
      int p = width("mean_a");
      int q = width("mean_b");
      double rows = tensor("n", 1)[0];
      require(rows >= 0 && rows == Math.rint(rows) && rows < 1L << 53, "is of " + rows + " rows");
      long n = (long) rows;
      double[] meanA = tensor("mean_a", p);
      double[] meanB = tensor("mean_b", q);
      double[] squares = tensor("squares", 2);
      double[] products = tensor("square_products", 3);
      double[] aaa = tensor("a_by_squares_of_a", p);
      double[] bbb = tensor("b_by_squares_of_b", q);
      double[] ofA = {squares[0], squares[0], products[0]};
      double[] ofAb = {squares[0], squares[1], products[1]};
      double[] ofB = {squares[1], squares[1], products[2]};
      double[] aa = tensor("scatter_aa", (long) p * p);
      double[] ab = tensor("scatter_ab", (long) p * q);
      double[] bb = tensor("scatter_bb", (long) q * q);
      double[] byB = tensor("a_by_squares_of_b", p);
      double[] byA = tensor("b_by_squares_of_a", q);
      return new PairMoments(
          JointMoments.of(n, meanA.clone(), meanA.clone(), aa, aaa, aaa.clone(), ofA),
          JointMoments.of(n, meanA, meanB, ab, byB, byA, ofAb),
          JointMoments.of(n, meanB.clone(), meanB.clone(), bb, bbb, bbb.clone(), ofB));
    }

    private int width(String name) {
      long width = header.path(name).path("shape").path(0).asLong();
      require(width >= 1 && width <= Integer.MAX_VALUE, "gives " + name + " a width of " + width);
      return (int) width;
    }

    private double[] tensor(String name, long count) throws IOException {
      JsonNode entry = header.path(name);
      require(entry.path("dtype").asText().equals("F64"), "has no float64 tensor " + name);
      JsonNode offsets = entry.path("data_offsets");
      long from = offsets.path(0).asLong(-1);
      long to = offsets.path(1).asLong(-1);
      boolean inside = from >= 0 && to >= from && to <= channel.size() - start;
      require(inside, "ends before " + name + " does");
      require(
          to - from == 8 * count,
          "has " + (to - from) / 8 + " numbers in " + name + ", not " + count);
      double[] numbers = new double[Math.toIntExact(count)];
      for (int done = 0; done < numbers.length; done += CHUNK) {
        int now = Math.min(CHUNK, numbers.length - done);
        bytes(start + from + 8L * done, 8 * now).asDoubleBuffer().get(numbers, done, now);
      }
      return numbers;
    }

    private ByteBuffer bytes(long at, int count) throws IOException {
      ByteBuffer buffer = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
      while (buffer.hasRemaining()) {
        require(channel.read(buffer, at + buffer.position()) > 0, "is cut short while being read");
      }
      return buffer.flip();
    }

    private void require(boolean holds, String what) {
      if (!holds) {
        throw InputException.file(file, what, "give a file that PairMoments.save wrote");
      }
    }
  }
}
