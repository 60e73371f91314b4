package dev.grassmann.core.io;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Vectors;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** NumPy's .npy files: any plain number type in, float32 out. */
public final class NpyFile {
  private NpyFile() {}

  /**
   * Rows of a two-dimensional array, or of one with more axes, the first of which are the rows. A
   * file in C order is mapped into memory, however large; one in Fortran order or compressed by
   * gzip is read whole.
   *
   * @throws InputException where the file is no .npy, is cut short, or has one axis only
   */
  public static Vectors read(Path file) {
    InputFiles.require(file);
    if (TextFiles.isGzip(file)) {
      return ofStream(file, NpyStream::rows);
    }
    try {
      NpyHeader header = header(file);
      RowShape rows = RowShape.of(header.shape(), file.toString());
      if (header.fortran()) {
        Vectors columns = MappedRows.of(file, layout(header, rows.d(), rows.n()));
        return transposed(columns, header, file.toString());
      }
      return MappedRows.of(file, layout(header, rows.n(), rows.d()));
    } catch (IOException e) {
      throw InputFiles.unreadable(file, e);
    }
  }

  /** The numbers of a file of one axis, or of one column. */
  static double[] column(Path file) {
    return ofStream(file, NpyStream::column);
  }

  private static <T> T ofStream(Path file, NpzFile.Reading<T> reading) {
    InputFiles.require(file);
    try (InputStream in = TextFiles.bytes(file)) {
      return reading.read(in, file.toString());
    } catch (IOException e) {
      throw InputFiles.unreadable(file, e);
    }
  }

  /** Writes float32 in C order, whole or not at all. */
  public static void write(Path file, Vectors vectors) throws IOException {
    String dictionary =
        "{'descr': '<f4', 'fortran_order': False, 'shape': ("
            + vectors.n()
            + ", "
            + vectors.d()
            + "), }";
    int padding = 63 - (10 + dictionary.length()) % 64;
    byte[] text = (dictionary + " ".repeat(padding) + "\n").getBytes(StandardCharsets.US_ASCII);
    AtomicFile.write(
        file,
        stream -> {
          DataOutputStream out = new DataOutputStream(stream);
          out.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
          out.writeShort(Short.reverseBytes((short) text.length));
          out.write(text);
          float[] row = new float[vectors.d()];
          ByteBuffer bytes = ByteBuffer.allocate(4 * row.length).order(ByteOrder.LITTLE_ENDIAN);
          for (int i = 0; i < vectors.n(); i++) {
            vectors.copyRow(i, row);
            bytes.asFloatBuffer().put(row);
            out.write(bytes.array());
          }
          out.flush();
        });
  }

  private static NpyHeader header(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer head = ByteBuffer.allocate((int) Math.min(NpyHeader.MOST, channel.size()));
      while (head.hasRemaining() && channel.read(head) >= 0) {
        // reads on until the head is full or the file ends
      }
      NpyHeader header = NpyHeader.parse(head.flip(), file.toString());
      long bytes = header.count(file.toString()) * header.type().width();
      if (bytes > channel.size() - header.start()) {
        throw NpyHeader.cutShort(bytes, channel.size() - header.start(), file.toString());
      }
      return header;
    }
  }

  /** Rows from columns. */
  static Vectors transposed(Vectors columns, NpyHeader header, String where) {
    int n = columns.d();
    int d = columns.n();
    if (header.shape().size() > 2 || (long) n * d > Integer.MAX_VALUE - 8) {
      throw new InputException(
          header.shape() + " numbers are in Fortran order",
          where,
          "save numpy.ascontiguousarray(x) instead");
    }
    float[] rows = new float[n * d];
    float[] column = new float[n];
    for (int j = 0; j < d; j++) {
      columns.copyRow(j, column);
      for (int i = 0; i < n; i++) {
        rows[i * d + j] = column[i];
      }
    }
    return Vectors.of(rows, n, d);
  }

  private static MappedRows.Layout layout(NpyHeader header, int n, int d) {
    return new MappedRows.Layout(header.start(), n, d, header.type(), header.order(), 0);
  }
}
