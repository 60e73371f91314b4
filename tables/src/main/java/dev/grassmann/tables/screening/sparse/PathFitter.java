package dev.grassmann.tables.screening.sparse;

import dev.grassmann.core.run.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Fits models of falling lambda, each from the last one's solution. By the sequential strong rule
 * (Tibshirani et al. 2012) a column comes to the solver when its gradient at the last lambda is at
 * least 2 lambda - lambda_last; the columns left out are checked afterwards, and those that break
 * the condition |gradient| <= lambda are added and the model is fitted again. So only columns that
 * matter are ever held as arrays.
 */
final class PathFitter {
  /** A gradient beyond lambda by less than this share of lambda max is rounding, no violation. */
  private static final double SLACK = 1e-9;

  private static final int ROUNDS = 20;

  private static final double ABOVE = 1e-12;

  /** The share of the null loss below which a path has come to its end. */
  private static final double SATURATED = 0.01;

  private final Standardised columns;
  private final double[] y;
  private final Fitting fitting;
  private final Run run;
  private final Block block;
  private final List<Integer> held = new ArrayList<>();
  private final boolean[] isHeld;
  private double[] b;
  private double[] gradient;

  private PathFitter(Columns columns, double[] y, Fitting fitting, Run run) {
    this.columns = Standardised.of(columns, fitting.standardise(), run);
    this.y = y;
    this.fitting = fitting;
    this.run = run;
    this.block = new Block(y.length);
    this.isHeld = new boolean[columns.count()];
    this.b = new double[] {nullIntercept()};
    this.gradient = this.columns.times(slope(), run);
  }

  /** Lambdas of a path. */
  @FunctionalInterface
  interface Lambdas {
    /** Falling, none above the largest. */
    double[] from(double lambdaMax);
  }

  static SparsePath fit(Columns columns, double[] y, Fitting fitting, Lambdas lambdas, Run run) {
    PathFitter fitter = new PathFitter(columns, y, fitting, run);
    double max = 0;
    for (double g : fitter.gradient) {
      max = Math.max(max, Math.abs(g));
    }
    max *= 1 + ABOVE; // so that the first model is empty, however sums are rounded
    double[] eta = new double[y.length];
    Arrays.fill(eta, fitter.b[0]);
    double nullLoss = fitting.loss().value(eta, y);
    List<SparseModel> models = new ArrayList<>();
    double last = max;
    double[] path = lambdas.from(max);
    for (double lambda : path) {
      run.step("fitting the path", models.size(), path.length);
      SparseModel model = fitter.next(lambda, last, max);
      models.add(model);
      last = lambda;
      if (model.fit().loss() < SATURATED * nullLoss || model.count() >= y.length - 1) {
        break; // a smaller lambda has no finite model, or one that fits the noise
      }
    }
    return new SparsePath(models, max, nullLoss);
  }

  private SparseModel next(double lambda, double last, double max) {
    double bound = fitting.strongRule() ? 2 * lambda - last : -1;
    for (int j = 0; j < columns.count(); j++) {
      if (Math.abs(gradient[j]) >= bound) {
        hold(j);
      }
    }
    int iterations = 0;
    int gradients = 0;
    boolean converged = true;
    for (int round = 0; round < ROUNDS; round++) {
      PenalisedLoss objective =
          new PenalisedLoss(block, y, fitting.loss(), fitting.penalty(), lambda);
      Descent descent =
          fitting
              .solver()
              .minimise(
                  objective, b, fitting.tolerance(), fitting.iterations(), Descent.Watch.NONE);
      b = descent.coefficients();
      iterations += descent.iterations();
      gradients += objective.gradients();
      converged &= descent.converged();
      gradient = columns.times(slope(), run);
      if (!addViolators(lambda + SLACK * max)) {
        break;
      }
    }
    return model(lambda, iterations, gradients, converged);
  }

  private boolean addViolators(double bound) {
    boolean added = false;
    for (int j = 0; j < columns.count(); j++) {
      if (!isHeld[j] && Math.abs(gradient[j]) > bound) {
        hold(j);
        added = true;
      }
    }
    return added;
  }

  private void hold(int j) {
    if (!isHeld[j] && !columns.isConstant(j)) {
      isHeld[j] = true;
      held.add(j);
      block.add(columns.column(j));
      b = Arrays.copyOf(b, b.length + 1);
    }
  }

  private SparseModel model(double lambda, int iterations, int gradients, boolean converged) {
    double[] eta = new double[y.length];
    block.times(b, eta);
    List<Integer> order = new ArrayList<>();
    for (int k = 0; k < held.size(); k++) {
      if (b[k + 1] != 0) {
        order.add(k);
      }
    }
    order.sort((p, q) -> Integer.compare(held.get(p), held.get(q)));
    int[] features = new int[order.size()];
    double[] coefficients = new double[features.length];
    double[] standardised = new double[features.length];
    double intercept = b[0];
    for (int i = 0; i < features.length; i++) {
      int j = held.get(order.get(i));
      features[i] = j;
      coefficients[i] = b[order.get(i) + 1] / columns.deviation(j);
      standardised[i] = b[order.get(i) + 1] * (fitting.standardise() ? 1 : spread(order.get(i)));
      intercept -= coefficients[i] * columns.mean(j);
    }
    SparseModel.Fit fit =
        new SparseModel.Fit(
            iterations,
            gradients,
            residual(lambda, eta),
            fitting.loss().value(eta, y),
            held.size(),
            converged);
    return new SparseModel(lambda, intercept, features, coefficients, standardised, fit);
  }

  private double spread(int k) {
    double squares = 0;
    for (double number : block.column(k + 1)) {
      squares += number * number;
    }
    return Math.sqrt(squares / y.length);
  }

  /** The largest breach of the conditions of optimality, over all columns and the intercept. */
  private double residual(double lambda, double[] eta) {
    double[] slope = new double[y.length];
    fitting.loss().slope(eta, y, slope);
    double most = Math.abs(Arrays.stream(slope).sum());
    for (int k = 0; k < held.size(); k++) {
      double g = gradient[held.get(k)] + fitting.penalty().concaveGradient(b[k + 1], lambda);
      double breach =
          b[k + 1] == 0
              ? Math.max(0, Math.abs(g) - lambda)
              : Math.abs(g + lambda * Math.signum(b[k + 1]));
      most = Math.max(most, breach);
    }
    for (int j = 0; j < isHeld.length; j++) {
      most = isHeld[j] ? most : Math.max(most, Math.abs(gradient[j]) - lambda);
    }
    return most;
  }

  private double[] slope() {
    double[] eta = new double[y.length];
    block.times(b, eta);
    double[] slope = new double[y.length];
    fitting.loss().slope(eta, y, slope);
    return slope;
  }

  private double nullIntercept() {
    double mean = Arrays.stream(y).average().orElseThrow();
    return fitting.loss() == Loss.LINEAR ? mean : Math.log(mean / (1 - mean));
  }
}
