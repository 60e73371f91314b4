package dev.grassmann.tables.outrank;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Column;
import dev.grassmann.core.result.FeatureScore.Role;
import dev.grassmann.core.result.RowProfile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Counts over the fields of each row. All of them are whole numbers (entropy in steps of 2^-20
 * bits), so that sums do not depend on which thread added which column.
 */
final class RowTally {
  private static final double STEPS = 1 << 20;
  private static final int MOST_GROUPS = 1_000;

  private final int[] empty;
  private final int[] braces;
  private final int[] zero;
  private final int[][] longer;
  private final long[] entropy;

  RowTally(int rows) {
    empty = new int[rows];
    braces = new int[rows];
    zero = new int[rows];
    longer = new int[RowProfile.LENGTHS.size()][rows];
    entropy = new long[rows];
  }

  /** Adds a column; {@code texts} holds the text of each code. */
  void add(Codes codes, String[] texts) {
    int[] kinds = new int[texts.length];
    int[] lengths = new int[texts.length];
    long[] bits = new long[texts.length];
    for (int c = 0; c < texts.length; c++) {
      String text = texts[c];
      kinds[c] = text.isEmpty() ? 1 : text.equals("{}") ? 2 : text.equals("0") ? 3 : 0;
      for (int bound : RowProfile.LENGTHS) {
        lengths[c] += text.codePointCount(0, text.length()) > bound ? 1 : 0;
      }
      bits[c] = Math.round(STEPS * characterEntropy(text));
    }
    for (int row = 0; row < empty.length; row++) {
      int c = codes.code()[row];
      empty[row] += kinds[c] == 1 ? 1 : 0;
      braces[row] += kinds[c] == 2 ? 1 : 0;
      zero[row] += kinds[c] == 3 ? 1 : 0;
      for (int l = 0; l < lengths[c]; l++) {
        longer[l][row]++;
      }
      entropy[row] += bits[c];
    }
  }

  /** Entropy of the characters of a text, in bits. */
  static double characterEntropy(String text) {
    Map<Integer, Integer> counts = new HashMap<>();
    text.codePoints().forEach(c -> counts.merge(c, 1, Integer::sum));
    double n = text.codePointCount(0, text.length());
    double sum = 0;
    for (int count : counts.values()) {
      sum -= count / n * Math.log(count / n) / Math.log(2);
    }
    return sum;
  }

  static RowTally sum(List<RowTally> tallies, int rows) {
    RowTally all = new RowTally(rows);
    for (RowTally tally : tallies) {
      for (int row = 0; row < rows; row++) {
        all.empty[row] += tally.empty[row];
        all.braces[row] += tally.braces[row];
        all.zero[row] += tally.zero[row];
        all.entropy[row] += tally.entropy[row];
        for (int l = 0; l < all.longer.length; l++) {
          all.longer[l][row] += tally.longer[l][row];
        }
      }
    }
    return all;
  }

  /**
   * Means over the rows of each value of the target, the largest group first.
   *
   * @throws InputException where the target has too many values to look at
   */
  List<RowProfile> groups(Column target, Encoder encoder, int fields) {
    int rows = empty.length;
    Codes codes =
        target == null
            ? Codes.dense(new int[rows], 1)
            : encoder.feature(target, Role.COLUMN, 0).codes();
    if (codes.values() > MOST_GROUPS) {
      throw new InputException(
          String.format(Locale.ROOT, "'%s' has %,d values", target.name(), codes.values()),
          "--target",
          String.format(Locale.ROOT, "rows can be grouped by at most %,d values", MOST_GROUPS));
    }
    int[] last = new int[codes.values()];
    double[][] sums = new double[codes.values()][4 + longer.length];
    long[][] histogram = new long[codes.values()][RowProfile.BINS];
    for (int row = 0; row < rows; row++) {
      int group = codes.code()[row];
      last[group] = row;
      double[] sum = sums[group];
      sum[0] += empty[row];
      sum[1] += braces[row];
      sum[2] += zero[row];
      sum[3] += entropy[row] / STEPS;
      for (int l = 0; l < longer.length; l++) {
        sum[4 + l] += longer[l][row];
      }
      int bin = RowProfile.BINS * (empty[row] + braces[row]) / fields;
      histogram[group][Math.min(RowProfile.BINS - 1, bin)]++;
    }
    List<RowProfile> groups = new ArrayList<>();
    for (int group = 0; group < codes.values(); group++) {
      String name = target == null ? "" : target.text(last[group]);
      groups.add(profile(name, codes.size()[group], fields, sums[group], histogram[group]));
    }
    groups.sort(Comparator.comparingLong(RowProfile::rows).reversed());
    return groups;
  }

  private static RowProfile profile(
      String name, int rows, int fields, double[] sums, long[] histogram) {
    double percent = 100.0 / fields / rows;
    List<Double> longer = new ArrayList<>();
    for (int l = 4; l < sums.length; l++) {
      longer.add(percent * sums[l]);
    }
    return new RowProfile(
        name,
        rows,
        percent * sums[0],
        percent * sums[1],
        percent * sums[2],
        longer,
        sums[3] / rows,
        Arrays.stream(histogram).boxed().toList());
  }
}
