package dev.grassmann.tables.outrank;

import dev.grassmann.core.data.Column;
import dev.grassmann.core.result.ColumnProfile;
import dev.grassmann.core.result.ColumnProfile.Finding;
import dev.grassmann.core.result.FeatureScore.Role;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * One column counted through: every figure is worked out once a distinct value, not once a row.
 *
 * @param print equal for columns that are the same partition of the rows (and, where every row has
 *     a value of its own, for equal texts); nearly always different for others
 */
record ColumnTally(ColumnProfile profile, long print) {
  /** Below this many rows nobody can tell an identifier from a measurement. */
  private static final int FEW = 20;

  /** Codes of a column, numbered by first appearance. */
  static Codes codes(Column column, Encoder encoder) {
    return encoder.feature(column, Role.COLUMN, 0).codes();
  }

  static ColumnTally of(Column column, Encoder encoder, ProfileConfig config, RowTally rows) {
    Feature feature = encoder.feature(column, Role.COLUMN, 0);
    Codes codes = feature.codes();
    String[] texts = texts(column, codes);
    rows.add(codes, texts);
    double bytes = 0;
    int most = 0;
    long rare = 0;
    long[] repeated = new long[ColumnProfile.TIMES.size()];
    for (int c = 0; c < codes.values(); c++) {
      int size = codes.size()[c];
      bytes += (double) size * utf8(texts[c]);
      most = size > codes.size()[most] ? c : most;
      rare += size <= config.rare() ? 1 : 0;
      for (int t = 0; t < repeated.length; t++) {
        repeated[t] += size > ColumnProfile.TIMES.get(t) ? 1 : 0;
      }
    }
    ColumnProfile profile =
        new ColumnProfile(
            column.name(),
            kind(column),
            feature.coverage(),
            bytes / codes.rows(),
            codes.values(),
            entropy(codes),
            texts[most],
            100.0 * codes.size()[most] / codes.rows(),
            Arrays.stream(repeated).boxed().toList(),
            rare,
            rareValues(codes, texts, config),
            column instanceof Column.Numeric numeric ? range(numeric) : null,
            findings(column, feature, config),
            "");
    return new ColumnTally(profile, print(codes, texts));
  }

  private static String[] texts(Column column, Codes codes) {
    String[] texts = new String[codes.values()];
    for (int row = 0; row < codes.rows(); row++) {
      int c = codes.code()[row];
      texts[c] = texts[c] == null ? column.text(row) : texts[c];
    }
    return texts;
  }

  private static int utf8(String text) {
    boolean ascii = text.chars().allMatch(c -> c < 128);
    return ascii ? text.length() : text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static String kind(Column column) {
    if (column instanceof Column.Numeric) {
      return "number";
    }
    return column instanceof Column.Text ? "text" : "categorical";
  }

  private static double entropy(Codes codes) {
    double sum = 0;
    for (int size : codes.size()) {
      sum -= (double) size / codes.rows() * Math.log((double) size / codes.rows());
    }
    return Math.abs(sum);
  }

  private static List<ColumnProfile.Rare> rareValues(
      Codes codes, String[] texts, ProfileConfig config) {
    List<ColumnProfile.Rare> rare = new ArrayList<>();
    for (int c = 0; c < texts.length; c++) {
      if (codes.size()[c] <= config.rare()) {
        rare.add(new ColumnProfile.Rare(texts[c], codes.size()[c]));
      }
    }
    rare.sort(Comparator.comparingLong(ColumnProfile.Rare::count));
    return rare.subList(0, Math.min(config.listed(), rare.size()));
  }

  private static ColumnProfile.Range range(Column.Numeric column) {
    double[] present = Arrays.stream(column.toArray()).filter(x -> !Double.isNaN(x)).toArray();
    if (present.length == 0) {
      return null;
    }
    double min = present[0];
    double max = present[0];
    double sum = 0;
    long zeros = 0;
    for (double x : present) {
      min = Math.min(min, x);
      max = Math.max(max, x);
      sum += x;
      zeros += x == 0 ? 1 : 0;
    }
    double mean = sum / present.length;
    double squares = 0;
    for (double x : present) {
      squares += (x - mean) * (x - mean);
    }
    double sd = present.length < 2 ? 0 : Math.sqrt(squares / (present.length - 1));
    return new ColumnProfile.Range(min, max, mean, sd, 100.0 * zeros / column.rows());
  }

  private static List<Finding> findings(Column column, Feature feature, ProfileConfig config) {
    List<Finding> findings = new ArrayList<>();
    Codes codes = feature.codes();
    double present = feature.coverage() / 100 * codes.rows();
    if (present == 0) {
      findings.add(Finding.EMPTY);
    } else if (codes.values() == 1) {
      findings.add(Finding.CONSTANT);
    }
    boolean measured = column instanceof Column.Numeric numeric && !numeric.isWhole();
    if (!measured && present >= FEW && codes.values() >= config.identifier() * present) {
      findings.add(Finding.IDENTIFIER);
    }
    if (present > 0 && feature.coverage() < 50) {
      findings.add(Finding.SPARSE);
    }
    return findings;
  }

  private static long print(Codes codes, String[] texts) {
    boolean distinct = codes.values() == codes.rows();
    long print = codes.values();
    for (int c : codes.code()) {
      print = print * 0x9E3779B97F4A7C15L + (distinct ? texts[c].hashCode() : c);
    }
    return print;
  }
}
