package dev.grassmann.core.io;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Vectors;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** NumPy's .npy files: any plain number type in, float32 out. */
public final class NpyFile {
  private NpyFile() {}

  /**
   * Rows of a two-dimensional array, or of one with more axes, the first of which are the rows. A
   * file in C order is mapped into memory, however large; one in Fortran order is read whole.
   *
   * @throws InputException where the file is no .npy, is cut short, or has one axis only
   */
  public static Vectors read(Path file) {
    try {
      NpyHeader header = header(file);
      RowShape rows = RowShape.of(header.shape(), file.toString());
      if (header.fortran()) {
        return transposed(file, header, rows.n(), rows.d());
      }
      return MappedRows.of(file, layout(header, rows.n(), rows.d()));
    } catch (IOException e) {
      throw InputFiles.unreadable(file, e);
    }
  }

  /** The numbers of a file of one axis, or of one column, one a row. */
  static Vectors readColumn(Path file) {
    try {
      NpyHeader header = header(file);
      long length = header.shape().isEmpty() ? 1 : header.shape().get(0);
      int n = RowShape.length(length, "rows", file.toString());
      return MappedRows.of(file, layout(header, n, 1));
    } catch (IOException e) {
      throw InputFiles.unreadable(file, e);
    }
  }

  /**
   * Length of each axis.
   *
   * @throws InputException where the file is no .npy or is cut short
   */
  public static List<Long> shape(Path file) {
    try {
      return header(file).shape();
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
      long bytes = header.type().width();
      for (long axis : header.shape()) {
        bytes = RowShape.product(bytes, axis, file.toString());
      }
      if (bytes > channel.size() - header.start()) {
        throw InputException.file(
            file,
            "the header promises "
                + bytes
                + " bytes, "
                + (channel.size() - header.start())
                + " follow",
            "the file is cut short: fetch it again");
      }
      return header;
    }
  }

  private static Vectors transposed(Path file, NpyHeader header, int n, int d) throws IOException {
    if (header.shape().size() > 2 || (long) n * d > Integer.MAX_VALUE - 8) {
      throw InputException.file(
          file, "is large and in Fortran order", "save numpy.ascontiguousarray(x) instead");
    }
    Vectors columns = MappedRows.of(file, layout(header, d, n));
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
