package dev.grassmann.dictionaries.saeevaluation;

/**
 * Scores of rows.
 *
 * @param scores n × width; the array itself
 */
public record Outputs(float[] scores, int n, int width) {
  /** The output with the largest score; the first of equals. */
  public int top(int row) {
    int best = 0;
    for (int j = 1; j < width; j++) {
      best = scores[row * width + j] > scores[row * width + best] ? j : best;
    }
    return best;
  }

  /** Score of one output less that of another; of the best other where that is -1. */
  public double margin(int row, int right, int other) {
    double rival = Double.NEGATIVE_INFINITY;
    for (int j = 0; j < width; j++) {
      if (other < 0 ? j != right : j == other) {
        rival = Math.max(rival, scores[row * width + j]);
      }
    }
    return scores[row * width + right] - rival;
  }

  /** Natural logarithm of the softmax of one output. */
  public double logProbability(int row, int output) {
    return scores[row * width + output] - logNormaliser(row);
  }

  /** Logarithm of the sum of the exponentials of a row's scores. */
  private double logNormaliser(int row) {
    double largest = scores[row * width + top(row)];
    double sum = 0;
    for (int j = 0; j < width; j++) {
      sum += Math.exp(scores[row * width + j] - largest);
    }
    return largest + Math.log(sum);
  }

  /** Mean of minus the logarithm of the right output's probability, in nats. */
  double crossEntropy(int[] answers) {
    double sum = 0;
    for (int row = 0; row < n; row++) {
      sum -= logProbability(row, answers[row]);
    }
    return sum / n;
  }

  /** Mean over rows of KL(this ‖ other), in nats. */
  double divergence(Outputs other) {
    double sum = 0;
    for (int row = 0; row < n; row++) {
      double own = logNormaliser(row);
      double its = other.logNormaliser(row);
      for (int j = 0; j < width; j++) {
        double log = scores[row * width + j] - own;
        sum += Math.exp(log) * (log - (other.scores[row * width + j] - its));
      }
    }
    return sum / n;
  }

  /** Mean margin of all rows. */
  double meanMargin(int[] rows, Downstream downstream) {
    int[] answers = downstream.answers();
    int[] others = downstream.others();
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += margin(i, answers[rows[i]], others[rows[i]]);
    }
    return sum / n;
  }

  /** Share of the rows whose top output is the same in both. */
  double agreement(Outputs truth) {
    int same = 0;
    for (int row = 0; row < n; row++) {
      same += top(row) == truth.top(row) ? 1 : 0;
    }
    return (double) same / n;
  }
}
