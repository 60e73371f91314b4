package dev.grassmann.core.io;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Vectors;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** An .npy file that comes as a stream, out of gzip or a zip: read whole, into memory. */
final class NpyStream {
  private static final int BLOCK = 1 << 16;

  private final InputStream in;
  private final String where;

  private NpyStream(InputStream in, String where) {
    this.in = in;
    this.where = where;
  }

  /** Rows of an array of two axes or more. */
  static Vectors rows(InputStream in, String where) throws IOException {
    NpyStream stream = new NpyStream(in, where);
    NpyHeader header = stream.header();
    RowShape shape = RowShape.of(header.shape(), where);
    float[] numbers = stream.numbers(header);
    if (!header.fortran()) {
      return Vectors.of(numbers, shape.n(), shape.d());
    }
    return NpyFile.transposed(Vectors.of(numbers, shape.d(), shape.n()), header, where);
  }

  /** The numbers of an array of one axis or one column. */
  static double[] column(InputStream in, String where) throws IOException {
    NpyStream stream = new NpyStream(in, where);
    NpyHeader header = stream.header();
    if (header.shape().size() > 1 && header.shape().get(1) != 1) {
      throw new InputException(
          "has more than one number a row", where, "give an array of one axis or one column");
    }
    double[][] numbers = {new double[0]};
    stream.each(
        header,
        (bytes, count, done) -> {
          numbers[0] = Arrays.copyOf(numbers[0], done + count);
          for (int i = 0; i < count; i++) {
            numbers[0][done + i] = header.type().read(bytes, i * header.type().width());
          }
        });
    return numbers[0];
  }

  static NpyHeader header(InputStream in, String where) throws IOException {
    return new NpyStream(in, where).header();
  }

  private NpyHeader header() throws IOException {
    byte[] head = in.readNBytes(12);
    int length = NpyHeader.length(head);
    byte[] all = Arrays.copyOf(head, Math.max(head.length, Math.min(length, NpyHeader.MOST)));
    int got = head.length + in.readNBytes(all, head.length, all.length - head.length);
    return NpyHeader.parse(ByteBuffer.wrap(all, 0, got).slice(), where);
  }

  /** Grows with what is there, not with what the header promises. */
  private float[] numbers(NpyHeader header) throws IOException {
    long count = header.count(where);
    float[][] numbers = {new float[(int) Math.min(count, BLOCK)]};
    each(
        header,
        (bytes, n, done) -> {
          if (done + n > numbers[0].length) {
            numbers[0] = Arrays.copyOf(numbers[0], (int) Math.min(count, 2L * (done + n)));
          }
          header.type().copy(bytes, 0, n, numbers[0], done);
        });
    return numbers[0];
  }

  private interface Block {
    void take(ByteBuffer bytes, int count, int done);
  }

  private void each(NpyHeader header, Block block) throws IOException {
    long count = header.count(where);
    if (count > Integer.MAX_VALUE - 8) {
      throw new InputException(
          "holds " + count + " numbers, more than an array can",
          where,
          "save it as a plain .npy, which is read in place");
    }
    int width = header.type().width();
    byte[] bytes = new byte[BLOCK * width];
    ByteBuffer view = ByteBuffer.wrap(bytes).order(header.order());
    for (int done = 0; done < count; done += BLOCK) {
      int n = (int) Math.min(BLOCK, count - done);
      int got = in.readNBytes(bytes, 0, n * width);
      if (got < n * width) {
        throw NpyHeader.cutShort(count * width, (long) done * width + got, where);
      }
      block.take(view, n, done);
    }
  }
}
