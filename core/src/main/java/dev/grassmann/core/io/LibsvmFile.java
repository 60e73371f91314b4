package dev.grassmann.core.io;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Labels;
import dev.grassmann.core.data.SparseMatrix;
import dev.grassmann.core.data.Vectors;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A file in LIBSVM's format, plain or gzipped: a row is a target and those of its numbers that are
 * not zero, as {@code target index:value index:value ...}.
 *
 * @param features n × d; the least index of a file, 0 or 1, is its first column
 * @param targets one a row, as the file writes them; class or number
 */
public record LibsvmFile(SparseMatrix features, List<String> targets) {
  /** Numbers of a dense array that 1 GiB holds. */
  private static final long MOST_DENSE = 1L << 28;

  public LibsvmFile {
    targets = List.copyOf(targets);
  }

  /**
   * @throws InputException naming the line that is not in the format
   */
  public static LibsvmFile read(Path file) {
    InputFiles.require(file);
    try (BufferedReader reader = TextFiles.open(file)) {
      return new Reading(file).read(reader);
    } catch (IOException e) {
      throw InputFiles.unreadable(file, e);
    }
  }

  /** The targets as classes. */
  public Labels labels() {
    return Labels.of(targets);
  }

  /** The features with their zeros. */
  Vectors dense(Path file) {
    int n = features.rows();
    int d = features.columns();
    if ((long) n * d > MOST_DENSE) {
      throw InputException.file(
          file,
          n + " sparse rows of " + d + " numbers would fill " + ((4L * n * d) >> 20) + " MiB",
          "keep fewer columns, or project them first, e.g. by a truncated SVD of the sparse matrix");
    }
    float[] rows = new float[n * d];
    for (int i = 0; i < n; i++) {
      for (int e = features.start(i); e < features.start(i + 1); e++) {
        rows[i * d + features.column(e)] = (float) features.value(e);
      }
    }
    return Vectors.of(rows, n, d);
  }

  private static final class Reading {
    private final Path file;
    private final List<String> targets = new ArrayList<>();
    private int[] start = new int[1024];
    private int[] index = new int[1024];
    private double[] value = new double[1024];
    private int entries;
    private int line;
    private int least = 1;
    private int most;

    Reading(Path file) {
      this.file = file;
    }

    LibsvmFile read(BufferedReader reader) throws IOException {
      for (String text = reader.readLine(); text != null; text = reader.readLine()) {
        line++;
        int comment = text.indexOf('#');
        String row = (comment < 0 ? text : text.substring(0, comment)).strip();
        if (!row.isEmpty()) {
          row(row.split("\\s+"));
        }
      }
      if (most < least) {
        throw InputException.file(
            file, "holds no numbers", "give rows such as '+1 3:0.5 17:2' in LIBSVM's format");
      }
      for (int e = 0; e < entries; e++) {
        index[e] -= least;
      }
      int[] starts = Arrays.copyOf(start, targets.size() + 1);
      try {
        return new LibsvmFile(SparseMatrix.of(most - least + 1, starts, index, value), targets);
      } catch (IllegalArgumentException e) { // it says which row
        throw new InputException(
            e.getMessage(), file.toString(), "rows are counted from 0: give each index once", e);
      }
    }

    private void row(String[] words) {
      targets.add(words[0]);
      if (words[0].indexOf(':') >= 0) {
        throw refusal("begins with '" + words[0] + "', not with a target");
      }
      for (int w = 1; w < words.length; w++) {
        if (!words[w].startsWith("qid:")) {
          entry(words[w]);
        }
      }
      if (targets.size() == start.length) {
        start = Arrays.copyOf(start, 2 * start.length);
      }
      start[targets.size()] = entries;
    }

    private void entry(String word) {
      int colon = word.indexOf(':');
      if (entries == index.length) {
        index = Arrays.copyOf(index, 2 * entries);
        value = Arrays.copyOf(value, 2 * entries);
      }
      try {
        index[entries] = Integer.parseInt(word.substring(0, Math.max(0, colon)));
        value[entries] = Double.parseDouble(word.substring(colon + 1));
      } catch (NumberFormatException e) {
        throw refusal("'" + word + "' is not index:value");
      }
      if (index[entries] < 0 || index[entries] == Integer.MAX_VALUE) {
        throw refusal("index " + index[entries] + " is out of range");
      }
      least = Math.min(least, index[entries]);
      most = Math.max(most, index[entries]);
      entries++;
    }

    private InputException refusal(String what) {
      return new InputException(
          what, file + " line " + line, "rows look like '+1 3:0.5 17:2' in LIBSVM's format");
    }
  }
}
