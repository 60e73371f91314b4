package dev.grassmann.core.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A similarity for a terminal: one line a measure, what goes with it below. */
record SimilarityText(Similarity similarity) {
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%,d rows, A has %,d columns, B has %,d; 1 is the same%n",
            similarity.rows(),
            similarity.columnsA(),
            similarity.columnsB()));
    int width =
        similarity.scores().stream().mapToInt(score -> score.title().length()).max().orElse(7);
    text.append(row(width, "", "score", "null mean", "null 95 %", "corrected", "p"));
    for (SimilarityScore score : similarity.scores()) {
      text.append(row(width, cells(score)));
      if (!score.also().isEmpty()) {
        List<String> also = new ArrayList<>();
        score.also().forEach((name, value) -> also.add(name + " " + compact(value)));
        text.append("    ").append(String.join(", ", also)).append('\n');
      }
    }
    similarity.scores().stream()
        .flatMap(score -> score.chance().stream())
        .findFirst()
        .ifPresent(none -> text.append(explanation(none)));
    return text.toString();
  }

  private static String[] cells(SimilarityScore score) {
    String value = Similarity.number(score.value(), 4);
    if (score.chance().isEmpty()) {
      return new String[] {score.title(), value, "", "", "", ""};
    }
    SimilarityNull none = score.chance().get();
    return new String[] {
      score.title(),
      value,
      Similarity.number(none.mean(), 4),
      Similarity.number(none.quantile(0.95), 4),
      Similarity.number(none.corrected(score.value()), 4),
      Similarity.number(none.pValue(score.value()), 3)
    };
  }

  private static String explanation(SimilarityNull none) {
    return String.format(
        Locale.ROOT,
        "null: the rows of B shuffled %,d times; corrected: 0 is the null's mean, 1 is the same%n",
        none.shuffles());
  }

  private static String row(int width, String... cells) {
    String line =
        String.format(
            Locale.ROOT,
            "  %-" + width + "s %9s %10s %10s %10s %6s",
            cells[0],
            cells[1],
            cells[2],
            cells[3],
            cells[4],
            cells[5]);
    return line.stripTrailing() + "\n";
  }

  static String compact(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.format(Locale.ROOT, "%,d", (long) value)
        : Similarity.number(value, 4);
  }
}
