package dev.grassmann.dictionaries.measure;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Labels;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Two binary properties of rows: the two most frequent classes of two sets of labels. */
final class TwoByTwo {
  private final Labels[] labels;
  private final int[][] classes = new int[2][];
  private final int[][] codes = new int[2][];

  TwoByTwo(Labels first, Labels second) {
    this.labels = new Labels[] {first, second};
    for (int p = 0; p < 2; p++) {
      codes[p] = labels[p].codes();
      classes[p] = mostFrequent(codes[p], labels[p].classes());
    }
  }

  /** The earlier class of equals comes first. */
  private static int[] mostFrequent(int[] codes, int classes) {
    int[] counts = new int[classes];
    Arrays.stream(codes).forEach(code -> counts[code]++);
    return IntStream.range(0, classes)
        .boxed()
        .sorted((a, b) -> counts[b] - counts[a])
        .limit(2)
        .mapToInt(c -> c)
        .toArray();
  }

  /** 0 to 3 as first + 2 · second, -1 where a class is neither of its two. */
  private int cell(int row) {
    int cell = 0;
    for (int p = 0; p < 2; p++) {
      if (codes[p][row] == classes[p][1]) {
        cell += p + 1;
      } else if (codes[p][row] != classes[p][0]) {
        return -1;
      }
    }
    return cell;
  }

  /** Rows in which both properties are there, or neither. */
  int[] together(int[] rows) {
    return Arrays.stream(rows).filter(row -> cell(row) == 0 || cell(row) == 3).toArray();
  }

  /**
   * The first rows of each combination, as many of each.
   *
   * @throws InputException where a combination has fewer than {@code least}
   */
  int[] balanced(int[] rows, int least) {
    int[][] cells = new int[4][];
    int fewest = Integer.MAX_VALUE;
    for (int c = 0; c < 4; c++) {
      int cell = c;
      cells[c] = Arrays.stream(rows).filter(row -> cell(row) == cell).toArray();
      if (cells[c].length < least) {
        throw new InputException(
            cells[c].length
                + " of "
                + rows.length
                + " rows are '"
                + labels[0].names().get(classes[0][c % 2])
                + "' and '"
                + labels[1].names().get(classes[1][c / 2])
                + "'",
            "--other-labels",
            "give labels whose frequent classes occur in all combinations, "
                + least
                + " rows each");
      }
      fewest = Math.min(fewest, cells[c].length);
    }
    int each = fewest;
    return Arrays.stream(cells).flatMapToInt(c -> Arrays.stream(c).limit(each)).sorted().toArray();
  }

  /** Whether each row has each property. */
  boolean[][] is(int[] rows) {
    boolean[][] is = new boolean[2][rows.length];
    for (int i = 0; i < rows.length; i++) {
      int cell = cell(rows[i]);
      is[0][i] = cell % 2 == 1;
      is[1][i] = cell >= 2;
    }
    return is;
  }
}
