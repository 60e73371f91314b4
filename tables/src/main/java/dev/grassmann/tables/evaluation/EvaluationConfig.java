package dev.grassmann.tables.evaluation;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Option;
import dev.grassmann.core.Options;
import dev.grassmann.tables.DesignMatrix;
import dev.grassmann.tables.FoldedRanking;
import dev.grassmann.tables.Outcomes;
import java.util.List;
import java.util.Locale;

/** Options of {@link Evaluation}. */
public record EvaluationConfig(
    @Option(help = "column to be explained") String target,
    @Option(help = "rankers to be compared, as --method of rank names them; all for every one")
        List<String> rankers,
    @Option(help = "options of single rankers, e.g. outrank.bins=10", flag = "set")
        List<String> settings,
    @Option(
            help = "how many columns are kept: below 1 a share, rounded up, else a number",
            min = 0,
            minExclusive = true,
            max = 1e9)
        List<Double> retentions,
    @Option(help = "what learns from the columns that are kept") List<Learner> predictors,
    @Option(help = "what the target is taken for; auto: numbers of many values are quantities")
        Outcomes.Task task,
    @Option(help = "how columns of categories become numbers for the predictors")
        DesignMatrix.Encoding encoding,
    @Option(help = "what happens to missing numbers") DesignMatrix.Missing missing,
    @Option(help = "folds; in each, all but one rank and learn, one judges", min = 2, max = 1000)
        int folds,
    @Option(
            help = "rows drawn at random that all of it is done with; 0 for all",
            min = 0,
            max = Integer.MAX_VALUE,
            unit = "rows")
        int rows,
    @Option(
            help = "a ranker that needs more of a processor in a fold is left out; 0 for never",
            min = 0,
            unit = "seconds")
        double patience) {

  /** What can be learnt with. */
  public enum Learner {
    /** Logistic regression for classes, ridge regression for numbers. */
    LINEAR,
    /** A random forest of 200 trees. */
    FOREST,
    /** Boosting, 100 trees of depth 3. */
    BOOSTING,
    /** Boosting, 300 trees of depth 6 on nine tenths of rows and columns. */
    BOOSTING_DEEP
  }

  /** The four KAN selectors beside the four that they are compared with in their paper. */
  public static final EvaluationConfig DEFAULTS =
      new EvaluationConfig(
          "label",
          List.of(
              "kan-l1",
              "kan-l2",
              "kan-si",
              "kan-ko",
              "lasso",
              "random-forest",
              "mutual-information",
              "svm-rfe"),
          List.of(),
          List.of(0.2, 0.4, 0.6),
          List.of(Learner.LINEAR, Learner.FOREST),
          Outcomes.Task.AUTO,
          DesignMatrix.Encoding.ONE_HOT,
          DesignMatrix.Missing.REFUSE,
          5,
          0,
          0);

  public EvaluationConfig {
    rankers = List.copyOf(rankers);
    settings = List.copyOf(settings);
    retentions = List.copyOf(retentions);
    predictors = List.copyOf(predictors);
  }

  /**
   * How many of so many columns a retention is.
   *
   * @throws InputException for a number that is not whole, or more columns than there are
   */
  static int kept(double retention, int columns) {
    if (retention < 1) {
      return FoldedRanking.kept(retention, columns);
    }
    if (retention != Math.rint(retention) || retention > columns) {
      boolean whole = retention == Math.rint(retention);
      throw new InputException(
          whole
              ? String.format(
                  Locale.ROOT, "%.0f columns are to be kept, and there are %d", retention, columns)
              : retention + " is neither a share nor a number of columns",
          "--retentions",
          "give shares below 1, or whole numbers up to " + columns);
    }
    return (int) retention;
  }

  /** A copy with one option changed. */
  public EvaluationConfig with(String name, Object value) {
    return Options.with(this, name, value);
  }
}
