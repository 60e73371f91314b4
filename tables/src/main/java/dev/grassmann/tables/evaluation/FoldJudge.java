package dev.grassmann.tables.evaluation;

import dev.grassmann.core.data.Table;
import dev.grassmann.core.run.Run;
import dev.grassmann.tables.DesignMatrix;
import dev.grassmann.tables.Outcomes;
import dev.grassmann.tables.Sample;
import dev.grassmann.tables.Scaling;
import dev.grassmann.tables.evaluation.EvaluationConfig.Learner;
import dev.grassmann.tables.predict.BoostedTrees;
import dev.grassmann.tables.predict.LogisticRegression;
import dev.grassmann.tables.predict.Predictor;
import dev.grassmann.tables.predict.Quality;
import dev.grassmann.tables.predict.RandomForest;
import dev.grassmann.tables.predict.Ridge;
import java.util.List;

/** One fold: predictors learn from its training rows and are judged by the rows held out. */
final class FoldJudge {
  private static final int TREES = 200;

  private final Table table;
  private final EvaluationConfig config;
  private final Outcomes outcomes;
  private final int[] training;
  private final int[] test;

  FoldJudge(Table table, EvaluationConfig config, Outcomes outcomes, int[] training, int[] test) {
    this.table = table;
    this.config = config;
    this.outcomes = outcomes;
    this.training = training;
    this.test = test;
  }

  /** The training rows as a table, all that a ranker gets to see. */
  Table trainingTable() {
    return table.pick(training);
  }

  /**
   * Macro F1, or R2, of each predictor on the rows held out.
   *
   * @param columns names of the columns that they may learn from
   */
  double[] qualities(List<String> columns, Run run) {
    DesignMatrix matrix =
        DesignMatrix.of(table, columns, config.target(), config.encoding(), config.missing());
    Scaling scaling = Scaling.fit(Scaling.Kind.STANDARD, matrix, training);
    Sample learnt = Sample.of(matrix, outcomes, scaling, training);
    Sample judged = Sample.of(matrix, outcomes, scaling, test);
    double[] qualities = new double[config.predictors().size()];
    for (int p = 0; p < qualities.length; p++) {
      double[][] outputs = predictor(config.predictors().get(p)).fit(learnt, run).outputs(judged);
      qualities[p] = Quality.of(outputs, judged.outcomes());
    }
    return qualities;
  }

  private Predictor predictor(Learner learner) {
    return switch (learner) {
      case LINEAR -> outcomes instanceof Outcomes.Classes ? new LogisticRegression() : new Ridge();
      case FOREST -> new RandomForest(TREES);
      case BOOSTING -> BoostedTrees.SMALL;
      case BOOSTING_DEEP -> BoostedTrees.LARGE;
    };
  }
}
