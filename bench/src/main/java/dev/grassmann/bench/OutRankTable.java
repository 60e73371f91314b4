package dev.grassmann.bench;

import dev.grassmann.core.io.AtomicFile;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A wide categorical table: 99 columns of 2 to 1,050 values and a label of two, which four of them
 * say something about. No two columns have as many values: the released program scores a pair whose
 * codes have equal sums without correction, and columns of one cardinality run into that by chance
 * (3 of 5,050 pairs did when ten columns each had 2, 3, 5, ... values).
 */
final class OutRankTable {
  private static final int FEATURES = 99;

  private OutRankTable() {}

  /**
   * Writes {@code data.csv} of so many rows into a folder.
   *
   * @return the file
   */
  static Path write(Path folder, int rows) {
    Path file = folder.resolve("data.csv");
    try {
      AtomicFile.write(
          file,
          out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.US_ASCII);
            write(writer, rows);
            writer.flush();
          });
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** 2, 3, 4, ... 53 and from there on 6.6 % more each. */
  static int values(int column) {
    return Math.max(column + 2, (int) Math.round(2 * Math.pow(1.066, column)));
  }

  private static void write(Writer out, int rows) throws IOException {
    for (int j = 0; j < FEATURES; j++) {
      out.write("f" + j + ",");
    }
    out.write("label\n");
    Draws draws = new Draws(rows);
    int[] value = new int[FEATURES];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < FEATURES; j++) {
        value[j] = draws.below(values(j));
        out.write(value[j] + ",");
      }
      // one column alone, two together, and one of many values, behind noise
      boolean label = (value[3] < 2) ^ (value[11] % 8 == value[21] % 8) ^ (value[49] % 7 == 0);
      out.write((draws.below(10) == 0 ? draws.below(2) : label ? 1 : 0) + "\n");
    }
  }
}
