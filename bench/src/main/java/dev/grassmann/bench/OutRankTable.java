package dev.grassmann.bench;

import dev.grassmann.core.io.AtomicFile;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A wide categorical table: 99 columns of 2 to 1,000 values and a label of two, which four of them
 * say something about.
 */
final class OutRankTable {
  private static final int FEATURES = 99;
  private static final int[] VALUES = {2, 3, 5, 10, 20, 50, 90, 100, 300, 1_000};

  private OutRankTable() {}

  /**
   * Writes {@code data.csv} of so many rows into a folder, where it is not there yet.
   *
   * @return the file
   */
  static Path written(Path folder, int rows) {
    Path file = folder.resolve("data.csv");
    try {
      if (!Files.exists(file)) {
        AtomicFile.write(
            file,
            out -> {
              Writer writer = new OutputStreamWriter(out, StandardCharsets.US_ASCII);
              write(writer, rows);
              writer.flush();
            });
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
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
        value[j] = draws.below(VALUES[j % VALUES.length]);
        out.write(value[j] + ",");
      }
      // one column alone, two together, and one of many values, behind noise
      boolean label = (value[3] < 5) ^ (value[11] == value[21]) ^ (value[49] % 7 == 0);
      out.write((draws.below(10) == 0 ? draws.below(2) : label ? 1 : 0) + "\n");
    }
  }
}
