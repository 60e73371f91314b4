package dev.grassmann.tables.predict;

import dev.grassmann.core.run.Run;
import dev.grassmann.tables.Outcomes;
import dev.grassmann.tables.Sample;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Ridge regression with an intercept that is not shrunk: minimises |y - Xw - b|^2 + alpha |w|^2.
 *
 * @param alpha above 0
 */
public record Ridge(double alpha) implements Predictor {
  /** With alpha 1. */
  public Ridge() {
    this(1);
  }

  /**
   * @throws IllegalArgumentException for classes
   */
  @Override
  public Model fit(Sample training, Run run) {
    if (!(training.outcomes() instanceof Outcomes.Numbers numbers)) {
      throw new IllegalArgumentException("ridge regression needs numbers");
    }
    int d = training.features();
    double mean = Arrays.stream(numbers.values()).average().orElseThrow();
    double[][] centred = new double[d][];
    double[] means = new double[d];
    DMatrixRMaj normal = new DMatrixRMaj(d, d);
    DMatrixRMaj right = new DMatrixRMaj(d, 1);
    for (int j = 0; j < d; j++) {
      double middle = Arrays.stream(training.columns()[j]).average().orElseThrow();
      means[j] = middle;
      centred[j] = Arrays.stream(training.columns()[j]).map(x -> x - middle).toArray();
      for (int i = 0; i <= j; i++) {
        double product = dot(centred[i], centred[j]);
        normal.set(i, j, product);
        normal.set(j, i, product + (i == j ? alpha : 0));
      }
      right.set(j, 0, dot(centred[j], numbers.values()));
    }
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(d);
    if (!solver.setA(normal)) {
      throw new IllegalStateException("the normal equations of " + d + " features are singular");
    }
    DMatrixRMaj solution = new DMatrixRMaj(d, 1);
    solver.solve(right, solution);
    double[] weights = solution.getData().clone();
    return new LinearModel(new double[][] {weights}, new double[] {mean - dot(weights, means)});
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
