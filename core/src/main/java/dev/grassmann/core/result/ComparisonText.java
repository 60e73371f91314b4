package dev.grassmann.core.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Rankings side by side for a terminal: ranks, agreement, and what the best are worth. */
record ComparisonText(RankingComparison comparison) {
  private static final int SHOWN = 20;
  private static final int NAME = 32;

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append("ranks of the columns of ").append(comparison.subject()).append('\n');
    ranks(text);
    text.append(String.format("%nagreement (Spearman's correlation of the ranks)%n"));
    square(text, comparison.correlations());
    if (!comparison.curves().isEmpty()) {
      text.append(String.format("%n%s with the best columns alone%n", comparison.measure()));
      curves(text);
    }
    return text.toString();
  }

  private void ranks(StringBuilder text) {
    List<RankingComparison.Mean> all = comparison.meanRanks();
    List<RankingComparison.Mean> means = all.subList(0, Math.min(SHOWN, all.size()));
    List<Map<String, Double>> ranks =
        comparison.rankings().stream().map(RankingComparison::ranks).toList();
    int width = means.stream().mapToInt(mean -> mean.feature().length()).max().orElse(6);
    int name = Math.max(6, Math.min(NAME, width));
    List<String> header = new ArrayList<>(List.of("column"));
    header.addAll(comparison.names());
    header.add("mean");
    text.append(row(name, width(), header));
    for (RankingComparison.Mean mean : means) {
      List<String> cells = new ArrayList<>(List.of(mean.feature()));
      ranks.forEach(rank -> cells.add(RankingComparison.text(rank.get(mean.feature()))));
      cells.add(RankingComparison.text(mean.rank()));
      text.append(row(name, width(), cells));
    }
    if (all.size() > means.size()) {
      text.append(String.format(Locale.ROOT, "  and %,d more%n", all.size() - means.size()));
    }
  }

  private void square(StringBuilder text, double[][] cells) {
    int name = comparison.names().stream().mapToInt(String::length).max().orElse(6);
    List<String> header = new ArrayList<>(List.of(""));
    header.addAll(comparison.names());
    text.append(row(name, width(), header));
    for (int i = 0; i < cells.length; i++) {
      List<String> line = new ArrayList<>(List.of(comparison.names().get(i)));
      for (double cell : cells[i]) {
        line.add(Similarity.number(cell, 2));
      }
      text.append(row(name, width(), line));
    }
  }

  private void curves(StringBuilder text) {
    List<RetentionCurve> curves = comparison.curves();
    int name = curves.stream().mapToInt(curve -> curve.ranking().length()).max().orElse(6);
    List<String> header = new ArrayList<>(List.of("columns"));
    List<RetentionCurve.Point> points = curves.get(0).points();
    points.forEach(point -> header.add(String.format(Locale.ROOT, "%,d", point.columns())));
    text.append(row(Math.max(7, name), 6, header));
    for (RetentionCurve curve : curves) {
      List<String> line = new ArrayList<>(List.of(curve.ranking()));
      points.forEach(point -> line.add(Similarity.number(curve.score(point.columns()), 3)));
      text.append(row(Math.max(7, name), 6, line));
    }
  }

  /** Of cells below the names of rankings. */
  private int width() {
    return Math.max(7, comparison.names().stream().mapToInt(String::length).max().orElse(7));
  }

  /** The first cell to the left, all others to the right. */
  private static String row(int name, int width, List<String> cells) {
    StringBuilder line = new StringBuilder("  ");
    line.append(String.format("%-" + name + "s", clip(cells.get(0), name)));
    for (String cell : cells.subList(1, cells.size())) {
      line.append(String.format("  %" + width + "s", cell));
    }
    return line.toString().stripTrailing() + "\n";
  }

  private static String clip(String text, int width) {
    return text.length() <= width ? text : text.substring(0, width - 3) + "...";
  }
}
