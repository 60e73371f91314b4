package dev.grassmann.cli.rankers;

import dev.grassmann.tables.evaluation.SelectorComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How one ranker did on one data set with one number of columns: a line of {@code rankers.csv}.
 *
 * @param data name of the data set
 * @param rows how many were used
 * @param measure of quality, {@code macro F1} or {@code R2}
 * @param ranker its id, {@code all} or {@code random order}
 * @param kept number of columns; 0 for a ranker that was left out
 * @param quality mean over predictors and folds
 * @param kuncheva how alike the choices of two folds are, less chance; NaN where nothing was chosen
 * @param seconds of one processor for a ranking, mean over the folds; NaN where nobody ranked
 * @param reason why the ranker was left out, or empty
 */
record Standing(
    String data,
    long rows,
    String measure,
    String ranker,
    int kept,
    double quality,
    double kuncheva,
    double seconds,
    String reason) {

  static final String ALL = "all";
  static final String RANDOM = "random order";

  /** All standings of a comparison. */
  static List<Standing> of(String data, SelectorComparison comparison) {
    List<Standing> standings = new ArrayList<>();
    long rows = comparison.rows();
    String measure = comparison.measure();
    List<String> names = new ArrayList<>(List.of(ALL, RANDOM));
    names.addAll(comparison.rankers());
    for (String name : names) {
      comparison.cells().stream()
          .filter(cell -> cell.ranker().equals(name))
          .mapToInt(SelectorComparison.Cell::kept)
          .distinct()
          .forEach(
              kept ->
                  standings.add(
                      new Standing(
                          data,
                          rows,
                          measure,
                          name,
                          kept,
                          quality(comparison, name, kept),
                          kuncheva(comparison, name, kept),
                          seconds(comparison, name),
                          "")));
    }
    for (SelectorComparison.Absence absence : comparison.absences()) {
      double none = Double.NaN;
      standings.add(
          new Standing(
              data, rows, measure, absence.ranker(), 0, none, none, none, absence.reason()));
    }
    return standings;
  }

  private static double quality(SelectorComparison comparison, String ranker, int kept) {
    return comparison.cells().stream()
        .filter(cell -> cell.ranker().equals(ranker) && cell.kept() == kept)
        .mapToDouble(SelectorComparison.Cell::quality)
        .average()
        .orElseThrow();
  }

  private static double kuncheva(SelectorComparison comparison, String ranker, int kept) {
    return comparison.choices().stream()
        .filter(c -> c.ranker().equals(ranker) && c.chosen().get(0).size() == kept)
        .mapToDouble(choice -> choice.stability().kuncheva())
        .findFirst()
        .orElse(Double.NaN);
  }

  private static double seconds(SelectorComparison comparison, String ranker) {
    return comparison.efforts().stream()
        .filter(effort -> effort.ranker().equals(ranker))
        .mapToDouble(SelectorComparison.Effort::seconds)
        .findFirst()
        .orElse(Double.NaN);
  }

  List<String> cells() {
    return List.of(
        data,
        Long.toString(rows),
        measure,
        ranker,
        Integer.toString(kept),
        number(quality),
        number(kuncheva),
        number(seconds),
        reason);
  }

  static Standing of(List<String> cells) {
    return new Standing(
        cells.get(0),
        Long.parseLong(cells.get(1)),
        cells.get(2),
        cells.get(3),
        Integer.parseInt(cells.get(4)),
        number(cells.get(5)),
        number(cells.get(6)),
        number(cells.get(7)),
        cells.get(8));
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.4f", value);
  }

  private static double number(String cell) {
    return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
  }
}
