package dev.grassmann.tables.evaluation;

import dev.grassmann.core.Option;
import dev.grassmann.core.Options;
import dev.grassmann.tables.DesignMatrix;
import dev.grassmann.tables.Outcomes;
import java.util.List;

/** Options of {@link Evaluation}. */
public record EvaluationConfig(
    @Option(help = "column to be explained") String target,
    @Option(help = "rankers to be compared, as --method of rank names them") List<String> rankers,
    @Option(
            help = "shares of the columns that are kept, rounded up",
            min = 0,
            minExclusive = true,
            max = 1)
        List<Double> retentions,
    @Option(help = "what learns from the columns that are kept") List<Learner> predictors,
    @Option(help = "what the target is taken for; auto: numbers of many values are quantities")
        Outcomes.Task task,
    @Option(help = "how columns of categories become numbers for the predictors")
        DesignMatrix.Encoding encoding,
    @Option(help = "what happens to missing numbers") DesignMatrix.Missing missing,
    @Option(help = "folds; in each, all but one rank and learn, one judges", min = 2, max = 1000)
        int folds) {

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
          List.of(0.2, 0.4, 0.6),
          List.of(Learner.LINEAR, Learner.FOREST),
          Outcomes.Task.AUTO,
          DesignMatrix.Encoding.ONE_HOT,
          DesignMatrix.Missing.REFUSE,
          5);

  public EvaluationConfig {
    rankers = List.copyOf(rankers);
    retentions = List.copyOf(retentions);
    predictors = List.copyOf(predictors);
  }

  /** A copy with one option changed. */
  public EvaluationConfig with(String name, Object value) {
    return Options.with(this, name, value);
  }
}
