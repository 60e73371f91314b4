package dev.grassmann.core.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.io.CsvText;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.run.RunFolder;
import java.util.List;
import java.util.Map;

/** Rankings side by side as files: every score and rank, agreement, retention. */
record ComparisonFiles(RankingComparison comparison) {
  void write(RunFolder folder) {
    folder.writeJson("comparison.json", json(comparison));
    folder.writeText("comparison.csv", scores());
    folder.writeText("agreement.csv", agreement());
    if (!comparison.curves().isEmpty()) {
      folder.writeText("retention.csv", retention());
    }
  }

  static JsonNode json(RankingComparison comparison) {
    ObjectNode node = Json.object();
    ArrayNode order = node.putArray("mean_ranks");
    comparison
        .meanRanks()
        .forEach(mean -> order.addObject().put("feature", mean.feature()).put("rank", mean.rank()));
    node.set("methods", Json.tree(comparison.names()));
    node.set("spearman", square(comparison.correlations()));
    node.set("rank_biased_overlap", square(comparison.overlaps()));
    node.put("retention_measure", comparison.measure());
    ArrayNode curves = node.putArray("retention");
    for (RetentionCurve curve : comparison.curves()) {
      ObjectNode one = curves.addObject().put("ranking", curve.ranking());
      ArrayNode points = one.putArray("points");
      curve
          .points()
          .forEach(p -> points.addObject().put("columns", p.columns()).put("score", p.score()));
    }
    ArrayNode rankings = node.putArray("rankings");
    comparison.rankings().forEach(ranking -> rankings.add(ranking.json()));
    return node;
  }

  private static ArrayNode square(double[][] cells) {
    ArrayNode rows = Json.array();
    for (double[] row : cells) {
      ArrayNode line = rows.addArray();
      for (double cell : row) {
        if (Double.isFinite(cell)) {
          line.add(cell);
        } else {
          line.addNull();
        }
      }
    }
    return rows;
  }

  private String scores() {
    List<FeatureRanking> rankings = comparison.rankings();
    List<Map<String, Double>> ranks = rankings.stream().map(RankingComparison::ranks).toList();
    StringBuilder csv = new StringBuilder("feature,mean_rank");
    for (String name : comparison.names()) {
      csv.append(',').append(CsvText.cell(name + " rank"));
      csv.append(',').append(CsvText.cell(name + " score"));
    }
    csv.append('\n');
    for (RankingComparison.Mean mean : comparison.meanRanks()) {
      csv.append(CsvText.cell(mean.feature())).append(',').append(mean.rank());
      for (int i = 0; i < rankings.size(); i++) {
        Double rank = ranks.get(i).get(mean.feature());
        csv.append(',').append(rank == null ? "" : rank);
        csv.append(',').append(rank == null ? "" : rankings.get(i).score(mean.feature()));
      }
      csv.append('\n');
    }
    return csv.toString();
  }

  private String agreement() {
    StringBuilder csv = new StringBuilder("one,other,spearman,rank_biased_overlap\n");
    double[][] rho = comparison.correlations();
    double[][] overlap = comparison.overlaps();
    for (int i = 0; i < rho.length; i++) {
      for (int j = i + 1; j < rho.length; j++) {
        csv.append(CsvText.cell(comparison.names().get(i))).append(',');
        csv.append(CsvText.cell(comparison.names().get(j))).append(',');
        csv.append(Double.isNaN(rho[i][j]) ? "" : rho[i][j]).append(',');
        csv.append(overlap[i][j]).append('\n');
      }
    }
    return csv.toString();
  }

  private String retention() {
    StringBuilder csv = new StringBuilder("ranking,columns,score\n");
    for (RetentionCurve curve : comparison.curves()) {
      for (RetentionCurve.Point point : curve.points()) {
        csv.append(CsvText.cell(curve.ranking())).append(',').append(point.columns());
        csv.append(',').append(point.score()).append('\n');
      }
    }
    return csv.toString();
  }
}
