package dev.grassmann.tables.screening.sparse;

import java.util.Arrays;
import java.util.List;

/**
 * Models of falling lambda.
 *
 * @param models largest lambda first; at least one
 * @param lambdaMax the smallest lambda whose model is empty
 * @param nullLoss mean loss of the intercept alone
 */
public record SparsePath(List<SparseModel> models, double lambdaMax, double nullLoss) {
  public SparsePath {
    models = List.copyOf(models);
  }

  /** The models of the largest lambdas. */
  SparsePath first(int count) {
    return new SparsePath(models.subList(0, count), lambdaMax, nullLoss);
  }

  /**
   * Mean loss of each model on other rows.
   *
   * @param columns the columns of the fit, at those rows
   */
  double[] errors(Columns columns, double[] y, Loss loss) {
    double[][] eta = predictors(columns);
    double[] errors = new double[models.size()];
    for (int m = 0; m < errors.length; m++) {
      errors[m] = loss.value(eta[m], y);
    }
    return errors;
  }

  /** Linear predictors, by model and row. */
  double[][] predictors(Columns columns) {
    double[][] eta = new double[models.size()][columns.rows()];
    int[] next = new int[models.size()];
    double[] column = new double[columns.rows()];
    for (int m = 0; m < eta.length; m++) {
      Arrays.fill(eta[m], models.get(m).intercept());
    }
    for (int j = 0; j < columns.count(); j++) {
      boolean read = false;
      for (int m = 0; m < eta.length; m++) {
        SparseModel model = models.get(m);
        if (next[m] < model.count() && model.feature(next[m]) == j) {
          if (!read) { // columns that no model has are never read
            columns.copy(j, column);
            read = true;
          }
          double coefficient = model.coefficient(next[m]++);
          for (int i = 0; i < column.length; i++) {
            eta[m][i] += coefficient * column[i];
          }
        }
      }
    }
    return eta;
  }
}
