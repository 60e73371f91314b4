package dev.grassmann.tables.predict;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import dev.grassmann.core.run.Run;
import dev.grassmann.tables.Outcomes;
import dev.grassmann.tables.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Linear models by LIBLINEAR (Fan et al. 2008): several classes are learnt one against the rest, an
 * intercept is a further feature of 1.
 *
 * @param solver the loss and its penalty
 * @param c weight of the loss against the penalty, above 0
 * @param tolerance where the solver stops
 * @param passes of the solver over its variables at most
 */
public record Liblinear(Solver solver, double c, double tolerance, int passes) {
  static {
    Linear.disableDebugOutput(); // it would write to standard output
  }

  /** What is minimised. */
  public enum Solver {
    /** Logistic loss, squared norm; the intercept is not shrunk. */
    LOGISTIC_L2(SolverType.L2R_LR),
    /** Logistic loss, l1 norm. */
    LOGISTIC_L1(SolverType.L1R_LR),
    /** Squared hinge loss, squared norm, by the dual. */
    SVC(SolverType.L2R_L2LOSS_SVC_DUAL),
    /** Absolute error beyond 0.1, squared norm, by the dual. */
    SVR(SolverType.L2R_L1LOSS_SVR_DUAL);

    private final SolverType type;

    Solver(SolverType type) {
      this.type = type;
    }
  }

  /** Errors of a support vector regression below this cost nothing. */
  private static final double TUBE = 0.1;

  /** Weights, an array an output: one a class, or one. */
  public double[][] weights(Sample training, Run run) {
    return fit(training, run).weights();
  }

  LinearModel fit(Sample training, Run run) {
    run.step("linear model", 0, 1);
    Problem problem = new Problem();
    problem.l = training.rows();
    problem.n = training.features() + 1; // the intercept's feature
    problem.bias = 1;
    problem.x = rows(training);
    problem.y = new double[problem.l];
    int outputs = 0;
    if (training.outcomes() instanceof Outcomes.Classes classes) {
      outputs = classes.classes().size();
      for (int i = 0; i < problem.l; i++) {
        problem.y[i] = classes.codes()[i];
      }
    } else {
      problem.y = ((Outcomes.Numbers) training.outcomes()).values().clone();
    }
    Parameter parameter = new Parameter(solver.type, c, tolerance, passes, TUBE);
    parameter.setRandom(new Random(run.random("liblinear").nextLong()));
    parameter.setRegularizeBias(solver != Solver.LOGISTIC_L2);
    Model trained = Linear.train(problem, parameter);
    return outputs == 0
        ? regression(trained, training.features())
        : classification(trained, training.features(), outputs);
  }

  private static Feature[][] rows(Sample sample) {
    Feature[][] rows = new Feature[sample.rows()][];
    List<Feature> filled = new ArrayList<>();
    for (int row = 0; row < rows.length; row++) {
      filled.clear();
      for (int j = 0; j < sample.features(); j++) {
        double number = sample.columns()[j][row];
        if (number != 0) {
          filled.add(new FeatureNode(j + 1, number));
        }
      }
      filled.add(new FeatureNode(sample.features() + 1, 1));
      rows[row] = filled.toArray(Feature[]::new);
    }
    return rows;
  }

  private static LinearModel regression(Model trained, int features) {
    double[] all = trained.getFeatureWeights();
    return new LinearModel(
        new double[][] {Arrays.copyOf(all, features)}, new double[] {all[features]});
  }

  /** The weights by our numbers of classes; LIBLINEAR numbers them as they first occur. */
  private static LinearModel classification(Model trained, int features, int outputs) {
    double[][] weights = new double[outputs][features];
    double[] intercepts = new double[outputs];
    Arrays.fill(intercepts, Double.NEGATIVE_INFINITY); // a class never seen is never the answer
    double[] all = trained.getFeatureWeights();
    int[] labels = trained.getLabels();
    int width = labels.length == 2 ? 1 : labels.length;
    for (int k = 0; k < labels.length; k++) {
      double sign = labels.length == 2 && k == 1 ? -1 : 1; // one model of two, that of the first
      int column = width == 1 ? 0 : k;
      for (int j = 0; j < features; j++) {
        weights[labels[k]][j] = sign * all[j * width + column];
      }
      intercepts[labels[k]] = sign * all[features * width + column];
    }
    return new LinearModel(weights, intercepts);
  }
}
