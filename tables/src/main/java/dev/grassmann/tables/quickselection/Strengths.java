package dev.grassmann.tables.quickselection;

import dev.grassmann.core.result.FeatureRanking;
import dev.grassmann.core.result.FeatureScore;
import dev.grassmann.core.result.FeatureScore.Role;
import dev.grassmann.core.result.SideMeasure;
import dev.grassmann.tables.quickselection.QuickSelection.Naming;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What trainings say about columns, as a ranking. */
record Strengths(Prepared prepared, Naming naming, QuickSelectionConfig config, Trained trained) {
  /** One training: its scores. Several: of each the score over the mean score, averaged. */
  FeatureRanking ranking() {
    int runs = trained.scores().length;
    double[][] scores = new double[runs][];
    for (int r = 0; r < runs; r++) {
      double[] own = trained.scores()[r];
      double mean =
          runs == 1 ? 1 : Math.max(Double.MIN_NORMAL, Arrays.stream(own).average().orElse(1));
      scores[r] = naming.bySource(spread(Arrays.stream(own).map(s -> s / mean).toArray()));
    }
    List<FeatureScore> list = new ArrayList<>();
    for (int j = 0; j < naming.sources().size(); j++) {
      double sum = 0;
      for (double[] run : scores) {
        sum += run[j];
      }
      double mean = sum / runs;
      double squares = 0;
      for (double[] run : scores) {
        squares += (run[j] - mean) * (run[j] - mean);
      }
      double sd = runs == 1 ? Double.NaN : Math.sqrt(squares / (runs - 1));
      list.add(
          new FeatureScore(naming.sources().get(j), Role.COLUMN, mean, sd, runs, 0, Double.NaN));
    }
    return new FeatureRanking(
        "QuickSelection",
        config.measure().words() + (runs == 1 ? "" : " over its mean"),
        "",
        "",
        naming.data(),
        prepared.cells().rows(),
        list,
        Double.NaN,
        List.of(),
        List.of(),
        Map.of(),
        beside());
  }

  /** What else the last training's network says of each column. */
  private List<SideMeasure> beside() {
    List<SideMeasure> measures = new ArrayList<>();
    for (Measure measure : List.of(Measure.DEGREE, Measure.OUTPUT_STRENGTH)) {
      double[] scores = measure.scores(trained.last().first(), trained.last().second());
      double[] values = naming.bySource(spread(scores));
      Map<String, Double> byName = new LinkedHashMap<>();
      for (int j = 0; j < values.length; j++) {
        byName.put(naming.sources().get(j), values[j]);
      }
      String name = measure == Measure.DEGREE ? "degree" : "output strength";
      measures.add(new SideMeasure(name, byName));
    }
    return measures;
  }

  /** Mean score over the trainings of each column that was trained. */
  double[] means() {
    double[] mean = new double[prepared.kept().length];
    for (double[] scores : trained.scores()) {
      double sum = Arrays.stream(scores).sum();
      for (int c = 0; c < mean.length; c++) {
        mean[c] += scores[c] / (sum == 0 ? 1 : sum);
      }
    }
    return mean;
  }

  /** Scores of trained columns as scores of all columns: 0 for those left out. */
  private double[] spread(double[] scores) {
    double[] all = new double[prepared.scales().length];
    for (int c = 0; c < scores.length; c++) {
      all[prepared.kept()[c]] = scores[c];
    }
    return all;
  }
}
