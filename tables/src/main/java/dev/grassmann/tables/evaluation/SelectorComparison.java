package dev.grassmann.tables.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.core.Options;
import dev.grassmann.core.Result;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.report.Report;
import dev.grassmann.core.run.RunFolder;
import dev.grassmann.tables.evaluation.EvaluationConfig.Learner;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * How rankers did, summed up over folds.
 *
 * @param target name of the column that was explained
 * @param measure what predictors are judged by: {@code macro F1} or {@code R2}
 * @param table what the table is called
 * @param rows its rows
 * @param folds how many
 * @param columns names of the columns that were ranked
 * @param rankers ids of the rankers
 * @param scores mean score over the folds, by ranker and column
 * @param cells what could be predicted; the first, of ranker {@code all}, are of all columns, the
 *     next, of {@code random order}, of as many columns that nobody chose
 * @param choices which columns each ranker chose, and how alike the folds' choices were
 * @param agreement Spearman's correlation of the rankers' mean scores, rankers × rankers
 * @param redundancy mean |correlation| of all pairs of columns; of 1,000 columns where there are
 *     more
 * @param efforts what each ranking cost
 * @param absences rankers that were left out
 */
public record SelectorComparison(
    String target,
    String measure,
    String table,
    long rows,
    int folds,
    List<String> columns,
    List<String> rankers,
    double[][] scores,
    List<Cell> cells,
    List<Choice> choices,
    double[][] agreement,
    double redundancy,
    List<Effort> efforts,
    List<Absence> absences)
    implements Result {

  /** Who chose all columns. */
  static final String ALL = "all";

  /** Who chose columns by chance: the mean over three orders a fold. */
  static final String RANDOM = "random order";

  public SelectorComparison {
    columns = List.copyOf(columns);
    rankers = List.copyOf(rankers);
    scores = copy(scores);
    cells = List.copyOf(cells);
    choices = List.copyOf(choices);
    agreement = copy(agreement);
    efforts = List.copyOf(efforts);
    absences = List.copyOf(absences);
  }

  /**
   * What a predictor made of a ranker's columns.
   *
   * @param ranker its id, {@code all} or {@code random order}
   * @param retention share of the columns that were kept, or from 1 on their number
   * @param kept how many that is
   * @param quality mean over the folds
   * @param sd standard deviation over the folds
   */
  public record Cell(
      String ranker, double retention, int kept, Learner predictor, double quality, double sd) {}

  /**
   * Which columns a ranker chose.
   *
   * @param redundancy mean |correlation| of the pairs of chosen columns, NaN for a single one
   * @param chosen names, best first, one list a fold
   */
  public record Choice(
      String ranker,
      double retention,
      Stability stability,
      double redundancy,
      List<List<String>> chosen) {
    public Choice {
      chosen = chosen.stream().map(List::copyOf).toList();
    }
  }

  /**
   * What a ranking costs.
   *
   * @param seconds of one processor, mean over the folds
   */
  public record Effort(String ranker, double seconds) {}

  /**
   * A ranker that is left out.
   *
   * @param reason why it could not rank this table
   */
  public record Absence(String ranker, String reason) {}

  /** A copy of the scores. */
  @Override
  public double[][] scores() {
    return copy(scores);
  }

  /** A copy of the agreement. */
  @Override
  public double[][] agreement() {
    return copy(agreement);
  }

  /** Mean quality over retentions and predictors; also of {@code all} and {@code random order}. */
  public double quality(String ranker) {
    return cells.stream()
        .filter(cell -> cell.ranker().equals(ranker))
        .mapToDouble(Cell::quality)
        .average()
        .orElse(Double.NaN);
  }

  /** The same with one predictor. */
  public double quality(String ranker, Learner predictor) {
    return cells.stream()
        .filter(cell -> cell.ranker().equals(ranker) && cell.predictor() == predictor)
        .mapToDouble(Cell::quality)
        .average()
        .orElse(Double.NaN);
  }

  /** The rankers, best mean quality first. */
  public List<String> order() {
    return rankers.stream()
        .sorted(Comparator.comparingDouble((String ranker) -> quality(ranker)).reversed())
        .toList();
  }

  @Override
  public String headline() {
    String best = order().get(0);
    return String.format(
        Locale.ROOT,
        "Columns chosen by %s predict %s best: %s %.3f on average over %s of the columns; all"
            + " columns give %.3f, columns in random order %.3f.",
        best,
        target,
        measure,
        quality(best),
        shares(),
        quality(ALL),
        quality(RANDOM));
  }

  private String shares() {
    List<String> shares =
        choices.stream().map(Choice::retention).distinct().map(ComparisonText::retention).toList();
    return String.join(", ", shares);
  }

  @Override
  public String text() {
    return new ComparisonText(this).toString();
  }

  @Override
  public JsonNode json() {
    return Json.tree(this);
  }

  /** Writes {@code evaluation.json}, {@code qualities.csv}, {@code scores.csv}, choices. */
  @Override
  public void save(RunFolder folder) {
    new ComparisonFiles(this).write(folder);
  }

  @Override
  public void describe(Report report) {
    new ComparisonPictures(this).addTo(report);
  }

  static String word(Learner learner) {
    return Options.word(learner);
  }

  private static double[][] copy(double[][] rows) {
    return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
  }
}
