package dev.grassmann.tables.retention;

import dev.grassmann.core.Option;
import dev.grassmann.tables.Outcomes;
import dev.grassmann.tables.predict.LogisticRegression;
import dev.grassmann.tables.predict.Predictor;
import dev.grassmann.tables.predict.RandomForest;
import dev.grassmann.tables.predict.Ridge;
import java.util.List;

/** How the columns that rankings put first are judged. */
public record RetentionConfig(
    @Option(help = "model that learns from the best columns alone; none: no curves") Judge judge,
    @Option(help = "how many of the best columns; empty: 1, 2, 3, 5, 8, ...", min = 1, max = 1e6)
        List<Integer> retained,
    @Option(
            help = "share of the rows that rankings never see, on which the model is judged",
            min = 0,
            minExclusive = true,
            max = 0.5)
        double heldOut,
    @Option(
            help = "rows that the model learns from at most, drawn at random",
            min = 10,
            max = 1 << 24,
            unit = "rows")
        int judgeRows) {

  /** A model. */
  public enum Judge {
    /** A random forest of 100 trees. */
    FOREST,
    /** Logistic regression for classes, ridge regression for numbers. */
    LINEAR,
    NONE;

    private static final int TREES = 100;

    Predictor predictor(Outcomes outcomes) {
      boolean classes = outcomes instanceof Outcomes.Classes;
      return this == FOREST
          ? new RandomForest(TREES)
          : classes ? new LogisticRegression() : new Ridge();
    }

    /** What its scores are, e.g. {@code macro F1 of a random forest}. */
    String measure(Outcomes outcomes) {
      boolean classes = outcomes instanceof Outcomes.Classes;
      String model =
          this == FOREST ? "a random forest" : classes ? "logistic regression" : "ridge regression";
      return (classes ? "macro F1 of " : "R2 of ") + model;
    }
  }

  /** A random forest on a quarter of the rows. */
  public static final RetentionConfig DEFAULTS =
      new RetentionConfig(Judge.FOREST, List.of(), 0.25, 10_000);

  public RetentionConfig {
    retained = List.copyOf(retained);
  }
}
