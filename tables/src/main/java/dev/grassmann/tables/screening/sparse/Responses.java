package dev.grassmann.tables.screening.sparse;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import dev.grassmann.tables.Outcomes;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The target as a regression takes it.
 *
 * @param y one number a row; 0 and 1 for two classes
 * @param classes names of class 0 and 1; empty for numbers
 * @param outcomes the same, for dealing folds
 */
record Responses(double[] y, Loss loss, List<String> classes, Outcomes outcomes) {
  /** Fewer rows say nothing about many columns. */
  private static final int FEWEST_ROWS = 30;

  /**
   * @throws InputException for fewer than 30 rows, a missing value, one value only, more than two
   *     classes of text, or numbers asked for as two classes
   */
  static Responses of(Table table, SparseConfig config) {
    if (table.rows() < FEWEST_ROWS) {
      throw new InputException(
          String.format(Locale.ROOT, "has %,d rows", table.rows()),
          table.name(),
          "give at least " + FEWEST_ROWS + " rows");
    }
    Outcomes outcomes =
        Outcomes.of(
            table,
            config.target(),
            config.loss() == SparseConfig.Family.LINEAR
                ? Outcomes.Task.REGRESSION
                : Outcomes.Task.AUTO);
    if (outcomes instanceof Outcomes.Classes classes && classes.classes().size() == 2) {
      double[] y = Arrays.stream(classes.codes()).asDoubleStream().toArray();
      return new Responses(y, Loss.LOGISTIC, classes.classes(), outcomes);
    }
    if (config.loss() == SparseConfig.Family.LOGISTIC) {
      String what =
          outcomes instanceof Outcomes.Classes classes
              ? "has " + classes.classes().size() + " classes"
              : "holds numbers";
      throw new InputException(
          "target '" + config.target() + "' " + what,
          table.name(),
          "give a target of two classes, or --loss linear");
    }
    if (outcomes instanceof Outcomes.Classes classes
        && !(table.column(config.target()) instanceof Column.Numeric)) {
      throw new InputException(
          "target '" + config.target() + "' has " + classes.classes().size() + " classes of text",
          table.name(),
          "give a target of numbers or of two classes");
    }
    Outcomes.Numbers numbers =
        (Outcomes.Numbers) Outcomes.of(table, config.target(), Outcomes.Task.REGRESSION);
    return new Responses(numbers.values(), Loss.LINEAR, List.of(), numbers);
  }

  double[] at(int[] rows) {
    return Arrays.stream(rows).mapToDouble(row -> y[row]).toArray();
  }
}
