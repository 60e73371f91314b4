package dev.grassmann.core.result;

import dev.grassmann.core.result.ColumnProfile.Finding;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** A profile for a terminal: broken columns first, at most about 40 lines. */
record ProfileText(TableProfile profile) {
  private static final int SHOWN = 34;

  @Override
  public String toString() {
    List<ColumnProfile> shown =
        profile.columns().stream()
            .sorted(Comparator.comparing(column -> column.findings().isEmpty()))
            .limit(SHOWN)
            .toList();
    int width = shown.stream().mapToInt(column -> column.name().length()).max().orElse(6);
    String name = "%-" + Math.max(6, Math.min(40, width)) + "s";
    StringBuilder text = new StringBuilder();
    text.append(
        line(name + "  %9s %9s %9s %7s  %s", "column", "coverage", "values", "rare", "bytes", ""));
    for (ColumnProfile column : shown) {
      text.append(
          line(
              name + "  %7.1f %% %,9d %,9d %7.1f  %s",
              column.name(),
              column.coverage(),
              column.cardinality(),
              column.rare(),
              column.bytes(),
              about(column)));
    }
    int more = profile.columns().size() - shown.size();
    return more > 0 ? text.append(line("and %,d more", more)).toString() : text.toString();
  }

  /** Findings where there are any, else what the values look like. */
  static String about(ColumnProfile column) {
    if (!column.findings().isEmpty()) {
      return String.join(", ", column.findings().stream().map(f -> word(column, f)).toList());
    }
    if (column.numbers() != null) {
      ColumnProfile.Range range = column.numbers();
      return String.format(
          Locale.ROOT, "%.6g to %.6g, mean %.6g", range.min(), range.max(), range.mean());
    }
    return String.format(Locale.ROOT, "'%s' in %.1f %%", column.most(), column.mostShare());
  }

  private static String word(ColumnProfile column, Finding finding) {
    return finding == Finding.COPY
        ? "copy of " + column.copyOf()
        : finding.name().toLowerCase(Locale.ROOT);
  }

  private static String line(String format, Object... cells) {
    return String.format(Locale.ROOT, format, cells).stripTrailing() + "\n";
  }
}
