package dev.grassmann.tables.screening.sparse;

import dev.grassmann.core.run.Run;
import dev.grassmann.tables.DesignMatrix;
import dev.grassmann.tables.Folds;
import java.util.Arrays;

/**
 * What chooses among the models of a path: the smallest value wins, of equal ones the larger
 * lambda.
 *
 * @param name what it is, for people
 * @param values one a model, as far as every fold's path went
 * @param spreads standard errors of cross-validation; NaN elsewhere
 */
record Criterion(String name, double[] values, double[] spreads) {
  int best() {
    int best = 0;
    for (int m = 1; m < values.length; m++) {
      if (values[m] < values[best]) {
        best = m;
      }
    }
    return best;
  }

  static Criterion of(
      DesignMatrix matrix,
      Responses responses,
      Fitting fitting,
      SparsePath path,
      SparseConfig config,
      Run run) {
    if (config.lambda() > 0) {
      double[] values = new double[path.models().size()];
      Arrays.fill(values, 1);
      values[values.length - 1] = 0;
      return new Criterion("given", values, unknown(values.length));
    }
    return config.choose() == SparseConfig.Choice.EBIC
        ? ebic(path, fitting.loss(), responses.y().length, matrix.features())
        : crossValidation(matrix, responses, fitting, path, config, run);
  }

  /** -2 log likelihood + df ln n + 2 df ln p. */
  private static Criterion ebic(SparsePath path, Loss loss, int n, int p) {
    double[] values = new double[path.models().size()];
    for (int m = 0; m < values.length; m++) {
      SparseModel model = path.models().get(m);
      double own = model.fit().loss();
      double deviance = loss == Loss.LINEAR ? n * Math.log(2 * own) : 2 * n * own;
      values[m] = deviance + model.count() * (Math.log(n) + 2 * Math.log(p));
    }
    return new Criterion("EBIC", values, unknown(values.length));
  }

  private static Criterion crossValidation(
      DesignMatrix matrix,
      Responses responses,
      Fitting fitting,
      SparsePath path,
      SparseConfig config,
      Run run) {
    double[] lambdas = path.models().stream().mapToDouble(SparseModel::lambda).toArray();
    Folds folds =
        Folds.deal(responses.outcomes(), config.folds(), run.random("sparse regression folds"));
    double[][] errors = new double[folds.count()][];
    for (int f = 0; f < folds.count(); f++) {
      run.step("cross-validation", f, folds.count());
      int[] training = folds.training(f);
      int[] held = folds.validation(f);
      SparsePath own =
          PathFitter.fit(
              Columns.of(matrix, training), responses.at(training), fitting, max -> lambdas, run);
      errors[f] = own.errors(Columns.of(matrix, held), responses.at(held), fitting.loss());
    }
    int length = Arrays.stream(errors).mapToInt(fold -> fold.length).min().orElseThrow();
    double[] mean = new double[length];
    double[] spread = new double[length];
    for (int m = 0; m < length; m++) {
      for (double[] fold : errors) {
        mean[m] += fold[m] / errors.length;
      }
      for (double[] fold : errors) {
        spread[m] += (fold[m] - mean[m]) * (fold[m] - mean[m]);
      }
      spread[m] = Math.sqrt(spread[m] / (errors.length - 1) / errors.length);
    }
    return new Criterion("cross-validated loss", mean, spread);
  }

  private static double[] unknown(int count) {
    double[] unknown = new double[count];
    Arrays.fill(unknown, Double.NaN);
    return unknown;
  }
}
