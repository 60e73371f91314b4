package dev.grassmann.tables.evaluation;

import dev.grassmann.core.report.Bars;
import dev.grassmann.core.report.Chart;
import dev.grassmann.core.report.HeatMap;
import dev.grassmann.core.report.Lines;
import dev.grassmann.core.report.Report;
import dev.grassmann.tables.evaluation.EvaluationConfig.Learner;
import dev.grassmann.tables.evaluation.SelectorComparison.Cell;
import dev.grassmann.tables.evaluation.SelectorComparison.Choice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What a comparison adds to a report: retention curves, agreement, stability, redundancy. */
record ComparisonPictures(SelectorComparison comparison) {
  private static final int BARS = 15;

  void addTo(Report report) {
    report.section("What can be predicted");
    for (Learner learner : learners()) {
      report.chart(retention(learner));
    }
    report.section("What a ranking costs");
    report.chart(
        new Bars(
            "Seconds of one processor, mean over the folds",
            "seconds",
            comparison.efforts().stream()
                .map(effort -> new Chart.Bar(effort.ranker(), effort.seconds()))
                .toList()));
    if (!comparison.absences().isEmpty()) {
      report.table(
          "Left out",
          List.of("ranker", "reason"),
          comparison.absences().stream()
              .map(absence -> List.of(absence.ranker(), absence.reason()))
              .toList());
    }
    report.section("Where the rankers agree");
    double[][] agreement = comparison.agreement();
    if (comparison.rankers().size() > 1
        && Arrays.stream(agreement).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite)) {
      report.chart(
          new HeatMap(
              "Agreement of the rankers",
              comparison.rankers(),
              comparison.rankers(),
              agreement,
              "Spearman's correlation"));
    }
    report.section("How steady the choices are");
    report.chart(shares("Stability", "Jaccard", choice -> choice.stability().jaccard()));
    report.section("How much the chosen columns repeat each other");
    report.text(
        String.format(
            Locale.ROOT,
            "Mean absolute correlation of pairs; among all columns it is %s.",
            ComparisonText.number(comparison.redundancy())));
    report.chart(shares("Redundancy", "mean |correlation|", Choice::redundancy));
    report.section("Scores");
    double[][] scores = comparison.scores();
    for (int ranker = 0; ranker < scores.length; ranker++) {
      report.chart(bars(comparison.rankers().get(ranker), scores[ranker]));
    }
    report.section("Table");
    report.table(
        "Qualities", List.of("ranker", "kept", "columns", "predictor", "quality", "sd"), rows());
  }

  private List<Learner> learners() {
    return comparison.cells().stream().map(Cell::predictor).distinct().toList();
  }

  /** All columns end each curve. */
  private Lines retention(Learner learner) {
    List<Cell> own =
        comparison.cells().stream().filter(cell -> cell.predictor() == learner).toList();
    Cell all = own.get(0);
    List<Chart.Point> points = new ArrayList<>();
    List<String> lines = new ArrayList<>(comparison.rankers());
    lines.add(SelectorComparison.RANDOM);
    for (String ranker : lines) {
      own.stream()
          .filter(cell -> cell.ranker().equals(ranker))
          .sorted(Comparator.comparingInt(Cell::kept))
          .forEach(c -> points.add(new Chart.Point(c.kept(), c.quality(), ranker)));
      points.add(new Chart.Point(all.kept(), all.quality(), ranker));
    }
    return new Lines(
        "By " + SelectorComparison.word(learner),
        "columns kept",
        comparison.measure() + " on rows held out",
        points,
        all.kept() > 50,
        false);
  }

  private HeatMap shares(String title, String measure, ToDoubleFunction<Choice> figure) {
    List<Double> shares =
        comparison.choices().stream().map(Choice::retention).distinct().sorted().toList();
    double[][] cells = new double[comparison.rankers().size()][shares.size()];
    for (Choice choice : comparison.choices()) {
      int row = comparison.rankers().indexOf(choice.ranker());
      cells[row][shares.indexOf(choice.retention())] = figure.applyAsDouble(choice);
    }
    List<String> names = shares.stream().map(ComparisonText::retention).toList();
    return new HeatMap(title, comparison.rankers(), names, cells, measure);
  }

  private Bars bars(String ranker, double[] scores) {
    List<Chart.Bar> bars =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted((a, b) -> Double.compare(scores[b], scores[a]))
            .limit(BARS)
            .map(j -> new Chart.Bar(comparison.columns().get(j), scores[j]))
            .toList();
    return new Bars(ranker + ": the best " + bars.size(), "mean score", bars);
  }

  private List<List<String>> rows() {
    return comparison.cells().stream()
        .map(
            cell ->
                List.of(
                    cell.ranker(),
                    ComparisonText.retention(cell.retention()),
                    Integer.toString(cell.kept()),
                    SelectorComparison.word(cell.predictor()),
                    ComparisonText.number(cell.quality()),
                    ComparisonText.number(cell.sd())))
        .toList();
  }
}
