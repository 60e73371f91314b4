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
    double largest = scores[row * width + top(row)];
    double sum = 0;
    for (int j = 0; j < width; j++) {
      sum += Math.exp(scores[row * width + j] - largest);
    }
    return scores[row * width + output] - largest - Math.log(sum);
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
