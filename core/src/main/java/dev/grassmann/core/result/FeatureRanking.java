package dev.grassmann.core.result;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.core.Result;
import dev.grassmann.core.report.Report;
import dev.grassmann.core.result.FeatureScore.Role;
import dev.grassmann.core.run.RunFolder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Features in the order of their scores.
 *
 * @param method what ranked them, e.g. {@code OutRank}
 * @param measure what the score is, e.g. {@code corrected mutual information}
 * @param unit unit of the score, e.g. {@code nats}; empty for a pure number
 * @param target name of the column that they were scored against; empty where there was none
 * @param table what the table is called
 * @param rows rows that were looked at
 * @param scores best first; equal scores keep the order in which they were given
 * @param ceiling score of the target with itself, NaN where that has no meaning
 * @param pairs scores of features with each other, each pair once; empty where not asked for
 * @param selection an order that weighs redundancy too, best first; empty where not asked for
 * @param combined of each column, the median score of the combinations that contain it; empty where
 *     there were no combinations
 * @param beside other measures of the same features; empty where there are none
 */
public record FeatureRanking(
    String method,
    String measure,
    String unit,
    String target,
    String table,
    long rows,
    List<FeatureScore> scores,
    double ceiling,
    List<PairScore> pairs,
    List<String> selection,
    Map<String, Double> combined,
    List<SideMeasure> beside)
    implements Result {

  public FeatureRanking {
    List<FeatureScore> sorted = new ArrayList<>(scores);
    sorted.sort(Comparator.comparingDouble(FeatureScore::score).reversed());
    scores = List.copyOf(sorted);
    pairs = List.copyOf(pairs);
    selection = List.copyOf(selection);
    combined = Map.copyOf(combined);
    beside = List.copyOf(beside);
  }

  /** A plain ranking: no pairs, no second order, no combinations. */
  public FeatureRanking(
      String method,
      String measure,
      String unit,
      String target,
      String table,
      long rows,
      List<FeatureScore> scores) {
    this(
        method,
        measure,
        unit,
        target,
        table,
        rows,
        scores,
        Double.NaN,
        List.of(),
        List.of(),
        Map.of(),
        List.of());
  }

  /** A ranking without other measures beside the score. */
  public FeatureRanking(
      String method,
      String measure,
      String unit,
      String target,
      String table,
      long rows,
      List<FeatureScore> scores,
      double ceiling,
      List<PairScore> pairs,
      List<String> selection,
      Map<String, Double> combined) {
    this(
        method, measure, unit, target, table, rows, scores, ceiling, pairs, selection, combined,
        List.of());
  }

  /** The same scores with another selection, and the pairs that it comes from. */
  public FeatureRanking selecting(List<String> selected, List<PairScore> because) {
    return new FeatureRanking(
        method, measure, unit, target, table, rows, scores, ceiling, because, selected, combined,
        beside);
  }

  /** Reads back what {@link #json()} wrote. */
  public static FeatureRanking of(JsonNode json) {
    return RankingJson.read(json);
  }

  /** Names of all features, best first, controls included. */
  public List<String> order() {
    return scores.stream().map(FeatureScore::feature).toList();
  }

  /** Names of the {@code k} best features that are no controls; fewer where there are fewer. */
  public List<String> top(int k) {
    return scores.stream()
        .filter(FeatureRanking::isReal)
        .limit(k)
        .map(FeatureScore::feature)
        .toList();
  }

  /**
   * Names of the {@code k} best features by the order that weighs redundancy too, where there is
   * one, else by score; no controls; fewer where there are fewer.
   */
  public List<String> best(int k) {
    return selection.isEmpty() ? top(k) : selection.subList(0, Math.min(k, selection.size()));
  }

  /** The score of this feature, NaN where it was not ranked. */
  public double score(String feature) {
    return scores.stream()
        .filter(score -> score.feature().equals(feature))
        .mapToDouble(FeatureScore::score)
        .findFirst()
        .orElse(Double.NaN);
  }

  /**
   * Every scored pair in both directions, the target's included, and each diagonal once: what the
   * reference implementation calls triplets.
   */
  public List<PairScore> triplets() {
    List<PairScore> triplets = new ArrayList<>();
    if (Double.isFinite(ceiling)) {
      triplets.add(new PairScore(target, target, ceiling, Double.NaN, 1));
    }
    for (FeatureScore score : target.isEmpty() ? List.<FeatureScore>of() : scores) {
      PairScore pair =
          new PairScore(score.feature(), target, score.score(), score.sd(), score.batches());
      triplets.add(pair);
      triplets.add(pair.swapped());
    }
    for (PairScore pair : pairs) {
      triplets.add(pair);
      if (!pair.first().equals(pair.second())) {
        triplets.add(pair.swapped());
      }
    }
    return triplets;
  }

  @Override
  public String headline() {
    List<FeatureScore> real = scores.stream().filter(FeatureRanking::isReal).toList();
    if (real.isEmpty()) {
      return "There was no feature to rank.";
    }
    String with = target.isEmpty() ? "" : " with " + target;
    FeatureScore best = real.get(0);
    if (best.score() <= 0) {
      return "No feature scores above 0 by " + measure + with + ".";
    }
    StringBuilder sentence = new StringBuilder(best.feature());
    sentence.append(target.isEmpty() ? " ranks first by " + measure : " says most about " + target);
    sentence.append(" (").append(number(best.score())).append(unit.isEmpty() ? "" : " " + unit);
    sentence.append(")");
    for (int i = 1; i < Math.min(3, real.size()); i++) {
      sentence.append(i == 1 ? ", then " : " and ").append(real.get(i).feature());
      sentence.append(" (").append(number(real.get(i).score())).append(")");
    }
    return sentence.append(againstControls(real)).append(".").toString();
  }

  private String againstControls(List<FeatureScore> real) {
    double best =
        scores.stream()
            .filter(score -> score.role() == Role.CONTROL)
            .mapToDouble(FeatureScore::score)
            .max()
            .orElse(Double.NaN);
    if (Double.isNaN(best)) {
      return "";
    }
    long above = real.stream().filter(score -> score.score() > best).count();
    return String.format(
        Locale.ROOT, "; %,d of %,d features beat every control", above, real.size());
  }

  @Override
  public String text() {
    return new RankingText(this).toString();
  }

  @Override
  public JsonNode json() {
    return RankingJson.write(this);
  }

  /** Writes {@code ranking.json}, {@code ranking.csv} and, where there are any, the pairs. */
  @Override
  public void save(RunFolder folder) {
    new RankingFiles(this).write(folder);
  }

  @Override
  public void describe(Report report) {
    new RankingPictures(this).addTo(report);
  }

  private static boolean isReal(FeatureScore score) {
    return score.role() != Role.CONTROL && score.role() != Role.POSITIVE_CONTROL;
  }

  static String number(double value) {
    return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.4f", value);
  }
}
