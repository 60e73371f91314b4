package dev.grassmann.tables.evaluation;

import dev.grassmann.tables.evaluation.SelectorComparison.Cell;
import dev.grassmann.tables.evaluation.SelectorComparison.Choice;
import java.util.List;
import java.util.Locale;

/** A comparison for a terminal: a line a ranker, the best first. */
record ComparisonText(SelectorComparison comparison) {
  @Override
  public String toString() {
    List<Double> shares =
        comparison.choices().stream().map(Choice::retention).distinct().sorted().toList();
    int width = Math.max(6, comparison.rankers().stream().mapToInt(String::length).max().orElse(6));
    StringBuilder text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "%s on rows held out, mean over predictors and %,d folds; %,d rows of %s%n",
                comparison.measure(),
                comparison.folds(),
                comparison.rows(),
                comparison.table()));
    text.append(String.format(Locale.ROOT, "%-" + width + "s", "ranker"));
    for (double share : shares) {
      text.append(String.format(Locale.ROOT, " %7s", percent(share)));
    }
    text.append("    mean  stability  redundancy\n");
    text.append(String.format(Locale.ROOT, "%-" + width + "s", "all"));
    text.append(" ".repeat(8 * shares.size()));
    text.append(
        String.format(
            Locale.ROOT,
            " %7.3f %10s %11s%n",
            comparison.quality("all"),
            "",
            number(comparison.redundancy())));
    for (String ranker : comparison.order()) {
      text.append(line(ranker, shares, width));
    }
    return text.toString();
  }

  private String line(String ranker, List<Double> shares, int width) {
    StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-" + width + "s", ranker));
    for (double share : shares) {
      double quality =
          comparison.cells().stream()
              .filter(c -> c.ranker().equals(ranker) && c.retention() == share)
              .mapToDouble(Cell::quality)
              .average()
              .orElse(Double.NaN);
      line.append(String.format(Locale.ROOT, " %7.3f", quality));
    }
    line.append(
        String.format(
            Locale.ROOT,
            " %7.3f %10s %11s",
            comparison.quality(ranker),
            number(mean(ranker, true)),
            number(mean(ranker, false))));
    return line.append('\n').toString();
  }

  /** Over the shares, Jaccard's stability or redundancy. */
  private double mean(String ranker, boolean stability) {
    return comparison.choices().stream()
        .filter(choice -> choice.ranker().equals(ranker))
        .mapToDouble(c -> stability ? c.stability().jaccard() : c.redundancy())
        .filter(Double::isFinite)
        .average()
        .orElse(Double.NaN);
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }

  static String number(double value) {
    return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.3f", value);
  }
}
