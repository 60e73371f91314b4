package dev.grassmann.tables.dsir;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.Arrays;
import java.util.List;

/**
 * Tells a target's documents from raw ones: a logistic regression on hashed n-gram counts, divided
 * by their Euclidean norm so that long documents weigh no more than short ones.
 */
final class TargetClassifier implements DocumentScore {
  private static final double C = 1;
  private static final double TOLERANCE = 1e-4;

  static {
    Linear.disableDebugOutput(); // it would write to standard output
  }

  private final double[] weights;
  private final double intercept;

  private TargetClassifier(double[] weights, double intercept) {
    this.weights = weights;
    this.intercept = intercept;
  }

  /**
   * Learns from documents of both kinds.
   *
   * @param target buckets of each document's n-grams; at least one document
   * @param raw the same of raw documents; at least one
   * @param buckets number of buckets
   */
  static TargetClassifier fit(List<int[]> target, List<int[]> raw, int buckets) {
    Problem problem = new Problem();
    problem.l = target.size() + raw.size();
    problem.n = buckets + 1; // and the intercept's
    problem.bias = 1;
    problem.x = new Feature[problem.l][];
    problem.y = new double[problem.l];
    for (int i = 0; i < problem.l; i++) {
      boolean wanted = i < target.size();
      problem.x[i] = row(wanted ? target.get(i) : raw.get(i - target.size()), buckets);
      problem.y[i] = wanted ? 1 : 0;
    }
    Parameter parameter = new Parameter(SolverType.L2R_LR, C, TOLERANCE);
    parameter.setRegularizeBias(false);
    Model model = Linear.train(problem, parameter);
    double[] all = model.getFeatureWeights(); // for the label met first, the target's
    return new TargetClassifier(Arrays.copyOf(all, buckets), all[buckets]);
  }

  private static Feature[] row(int[] document, int buckets) {
    int[] sorted = document.clone();
    Arrays.sort(sorted);
    int distinct = 0;
    double squares = 0;
    for (int from = 0, to; from < sorted.length; from = to, distinct++) {
      to = end(sorted, from);
      squares += (double) (to - from) * (to - from);
    }
    Feature[] row = new Feature[distinct + 1];
    int at = 0;
    for (int from = 0, to; from < sorted.length; from = to) {
      to = end(sorted, from);
      row[at++] = new FeatureNode(sorted[from] + 1, (to - from) / Math.sqrt(squares));
    }
    row[at] = new FeatureNode(buckets + 1, 1);
    return row;
  }

  /** Index after the run of equal buckets that starts here. */
  private static int end(int[] sorted, int from) {
    int to = from + 1;
    while (to < sorted.length && sorted[to] == sorted[from]) {
      to++;
    }
    return to;
  }

  /** Log odds ln(p / (1 - p)) that the document is of the target. */
  @Override
  public double weight(int[] buckets, int count) {
    int[] sorted = Arrays.copyOf(buckets, count);
    Arrays.sort(sorted);
    double sum = 0;
    double squares = 0;
    for (int from = 0, to; from < count; from = to) {
      to = end(sorted, from);
      sum += weights[sorted[from]] * (to - from);
      squares += (double) (to - from) * (to - from);
    }
    return count == 0 ? intercept : sum / Math.sqrt(squares) + intercept;
  }
}
