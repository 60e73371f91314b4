package dev.grassmann.bench;

import dev.grassmann.core.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A sparse matrix as an answer.
 *
 * @param rows of each row, its columns and values
 */
record SparseEntries(List<Map<Integer, Double>> rows) {
  /** No entries in so many rows. */
  static SparseEntries empty(int n) {
    List<Map<Integer, Double>> rows = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      rows.add(new HashMap<>());
    }
    return new SparseEntries(rows);
  }

  /** Reads lines of row, column, value. */
  static SparseEntries read(Path file, int n) {
    SparseEntries entries = empty(n);
    try (Stream<String> lines = Files.lines(file)) {
      lines.forEach(
          line -> {
            String[] cells = line.split(",", -1);
            entries.put(
                Integer.parseInt(cells[0]),
                Integer.parseInt(cells[1]),
                Double.parseDouble(cells[2]));
          });
      return entries;
    } catch (IOException e) {
      throw new InputException(
          "no answer was written (" + e.getMessage() + ")", file.toString(), "read the log", e);
    }
  }

  void put(int row, int column, double value) {
    rows.get(row).put(column, value);
  }

  /** Those of at least this magnitude. */
  SparseEntries above(double least) {
    SparseEntries large = empty(rows.size());
    for (int row = 0; row < rows.size(); row++) {
      for (Map.Entry<Integer, Double> entry : rows.get(row).entrySet()) {
        if (Math.abs(entry.getValue()) >= least) {
          large.put(row, entry.getKey(), entry.getValue());
        }
      }
    }
    return large;
  }

  /** Equal when every row has the same columns, and their values agree. */
  static Answers compare(SparseEntries ours, SparseEntries theirs, double tolerance) {
    int same = 0;
    double largest = 0;
    int n = ours.rows().size();
    for (int i = 0; i < n; i++) {
      Map<Integer, Double> a = ours.rows().get(i);
      Map<Integer, Double> b = theirs.rows().get(i);
      if (a.keySet().equals(b.keySet())) {
        same++;
        for (Map.Entry<Integer, Double> entry : a.entrySet()) {
          largest = Math.max(largest, Math.abs(entry.getValue() - b.get(entry.getKey())));
        }
      }
    }
    return new Answers(
            same == n, String.format(Locale.ROOT, "same columns in %,d of %,d rows", same, n))
        .and(Answers.within(largest, tolerance, "values there"));
  }
}
