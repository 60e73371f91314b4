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
    int width =
        Math.max(12, comparison.rankers().stream().mapToInt(String::length).max().orElse(12));
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
      text.append(String.format(Locale.ROOT, " %7s", retention(share)));
    }
    text.append("    mean  stability  redundancy  seconds\n");
    text.append(String.format(Locale.ROOT, "%-" + width + "s", SelectorComparison.ALL));
    text.append(" ".repeat(8 * shares.size()));
    text.append(
        String.format(
            Locale.ROOT,
            " %7.3f %10s %11s%n",
            comparison.quality(SelectorComparison.ALL),
            "",
            number(comparison.redundancy())));
    for (String ranker : comparison.order()) {
      text.append(line(ranker, shares, width));
    }
    text.append(line(SelectorComparison.RANDOM, shares, width));
    for (SelectorComparison.Absence absence : comparison.absences()) {
      text.append(
          String.format("%-" + width + "s  left out: %s%n", absence.ranker(), absence.reason()));
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
            " %7.3f %10s %11s %8s",
            comparison.quality(ranker),
            number(mean(ranker, true)),
            number(mean(ranker, false)),
            seconds(ranker)));
    return line.toString().stripTrailing() + "\n";
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

  private String seconds(String ranker) {
    return comparison.efforts().stream()
        .filter(effort -> effort.ranker().equals(ranker))
        .map(effort -> String.format(Locale.ROOT, "%.2f", effort.seconds()))
        .findFirst()
        .orElse("");
  }

  /** A share as {@code 20 %}, a number as it is. */
  static String retention(double retention) {
    return retention < 1
        ? String.format(Locale.ROOT, "%.0f %%", 100 * retention)
        : String.format(Locale.ROOT, "%.0f", retention);
  }

  static String number(double value) {
    return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.3f", value);
  }
}
