package dev.grassmann.core.result;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** A ranking for a terminal: the best first, at most about 40 lines. */
record RankingText(FeatureRanking ranking) {
  private static final int SHOWN = 25;
  private static final int PAIRS_SHOWN = 8;

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(headerLine()).append('\n');
    List<FeatureScore> shown =
        ranking.scores().subList(0, Math.min(SHOWN, ranking.scores().size()));
    int width = shown.stream().mapToInt(score -> score.feature().length()).max().orElse(7);
    int name = Math.max(7, Math.min(48, width));
    text.append(row(name, "", "feature", "score", "sd", "values", "coverage"));
    for (int i = 0; i < shown.size(); i++) {
      FeatureScore s = shown.get(i);
      text.append(
          row(
              name,
              Integer.toString(i + 1),
              s.feature(),
              FeatureRanking.number(s.score()),
              FeatureRanking.number(s.sd()),
              s.values() == 0 ? "" : String.format(Locale.ROOT, "%,d", s.values()),
              Double.isNaN(s.coverage())
                  ? ""
                  : String.format(Locale.ROOT, "%.1f %%", s.coverage())));
    }
    int more = ranking.scores().size() - shown.size();
    if (more > 0) {
      text.append(String.format(Locale.ROOT, "      and %,d more%n", more));
    }
    appendSelection(text);
    appendPairs(text);
    return text.toString();
  }

  private String headerLine() {
    StringBuilder line = new StringBuilder(ranking.method()).append(": ").append(ranking.measure());
    if (!ranking.target().isEmpty()) {
      line.append(" with ").append(ranking.target());
    }
    if (!ranking.unit().isEmpty()) {
      line.append(", in ").append(ranking.unit());
    }
    if (Double.isFinite(ranking.ceiling())) {
      line.append("; the target itself has ").append(FeatureRanking.number(ranking.ceiling()));
    }
    line.append(String.format(Locale.ROOT, "; %,d rows of %s", ranking.rows(), ranking.table()));
    return line.toString();
  }

  private static String row(int name, String... cells) {
    String line =
        String.format(
            Locale.ROOT,
            "%4s  %-" + name + "s %9s %8s %9s %9s",
            cells[0],
            cells[1],
            cells[2],
            cells[3],
            cells[4],
            cells[5]);
    return line.stripTrailing() + "\n";
  }

  private void appendSelection(StringBuilder text) {
    List<String> order = ranking.selection();
    if (!order.isEmpty()) {
      String some = String.join(", ", order.subList(0, Math.min(12, order.size())));
      text.append(ranking.pairs().isEmpty() ? "chosen: " : "less redundancy: ").append(some);
      text.append(order.size() > 12 ? ", ...\n" : "\n");
    }
  }

  private void appendPairs(StringBuilder text) {
    List<PairScore> alike = new ArrayList<>(ranking.pairs());
    alike.removeIf(pair -> pair.first().equals(pair.second()));
    alike.sort(Comparator.comparingDouble(PairScore::score).reversed());
    if (alike.isEmpty()) {
      return;
    }
    text.append("most alike:\n");
    for (PairScore pair : alike.subList(0, Math.min(PAIRS_SHOWN, alike.size()))) {
      text.append("      ").append(FeatureRanking.number(pair.score())).append("  ");
      text.append(pair.first()).append(", ").append(pair.second()).append('\n');
    }
  }
}
