package dev.grassmann.core.result;

import dev.grassmann.core.io.CsvText;
import dev.grassmann.core.run.RunFolder;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A ranking as files: JSON for programs, CSV for spreadsheets. */
record RankingFiles(FeatureRanking ranking) {
  void write(RunFolder folder) {
    folder.writeJson("ranking.json", ranking.json());
    folder.writeText("ranking.csv", singles());
    if (Double.isFinite(ranking.ceiling()) || !ranking.pairs().isEmpty()) {
      folder.writeText("pairs.csv", pairs());
    }
    if (!ranking.selection().isEmpty()) {
      folder.writeText("selection.csv", selection());
    }
    if (!ranking.combined().isEmpty()) {
      folder.writeText("combined.csv", combined());
    }
  }

  /** Scores scaled to [0, 1], the target's own included, as the reference's summary has them. */
  private String singles() {
    double low = ranking.scores().stream().mapToDouble(FeatureScore::score).min().orElse(0);
    double high = ranking.scores().stream().mapToDouble(FeatureScore::score).max().orElse(0);
    if (Double.isFinite(ranking.ceiling())) {
      low = Math.min(low, ranking.ceiling());
      high = Math.max(high, ranking.ceiling());
    }
    StringBuilder csv =
        new StringBuilder("rank,feature,role,score,scaled,sd,batches,cardinality,coverage");
    ranking.beside().forEach(m -> csv.append(',').append(CsvText.cell(m.name())));
    csv.append('\n');
    int rank = 0;
    for (FeatureScore s : ranking.scores()) {
      double scaled = high > low ? (s.score() - low) / (high - low) : 0;
      csv.append(++rank).append(',').append(CsvText.cell(s.feature())).append(',');
      csv.append(s.role().name().toLowerCase(Locale.ROOT)).append(',');
      csv.append(s.score()).append(',').append(scaled).append(',').append(cell(s.sd()));
      csv.append(',').append(s.batches()).append(',').append(s.values()).append(',');
      csv.append(cell(s.coverage()));
      for (SideMeasure measure : ranking.beside()) {
        csv.append(',').append(cell(measure.values().getOrDefault(s.feature(), Double.NaN)));
      }
      csv.append('\n');
    }
    return csv.toString();
  }

  private String pairs() {
    Map<String, FeatureScore> known = new HashMap<>();
    ranking.scores().forEach(score -> known.put(score.feature(), score));
    StringBuilder csv =
        new StringBuilder("featureA,featureB,score,cardinality,coverage,batches,sd\n");
    for (PairScore pair : ranking.triplets()) {
      FeatureScore first = known.get(pair.first());
      csv.append(CsvText.cell(pair.first()))
          .append(',')
          .append(CsvText.cell(pair.second()))
          .append(',');
      csv.append(pair.score()).append(',').append(first == null ? "" : first.values());
      csv.append(',').append(first == null ? "" : cell(first.coverage())).append(',');
      csv.append(pair.batches()).append(',').append(cell(pair.sd())).append('\n');
    }
    return csv.toString();
  }

  private String selection() {
    StringBuilder csv = new StringBuilder("rank,feature\n");
    List<String> order = ranking.selection();
    for (int i = 0; i < order.size(); i++) {
      csv.append(i + 1).append(',').append(CsvText.cell(order.get(i))).append('\n');
    }
    return csv.toString();
  }

  private String combined() {
    StringBuilder csv = new StringBuilder("feature,median_score_of_its_combinations\n");
    new TreeMap<>(ranking.combined())
        .forEach(
            (name, score) -> csv.append(CsvText.cell(name)).append(',').append(score).append('\n'));
    return csv.toString();
  }

  private static String cell(double value) {
    return Double.isNaN(value) ? "" : Double.toString(value);
  }
}
