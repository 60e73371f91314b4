package dev.grassmann.tables.kan;

import dev.grassmann.tables.Outcomes;

/** What a network is to make small: a mean over rows, and its gradient by the outputs. */
sealed interface Objective {
  /** Outputs that a network needs. */
  int outputs();

  /**
   * The loss of some rows.
   *
   * @param y outputs, rows × {@link #outputs()}
   * @param rows which outcomes the rows of {@code y} have
   * @param count how many of them
   * @param dy filled with the gradient of the mean over {@code count} rows; null for none
   * @return the sum over rows, not the mean
   */
  double sum(float[] y, int[] rows, int count, float[] dy);

  /** Softmax cross-entropy, in nats a row. */
  record CrossEntropy(int[] codes, int outputs) implements Objective {
    @Override
    public double sum(float[] y, int[] rows, int count, float[] dy) {
      double sum = 0;
      for (int i = 0; i < count; i++) {
        int at = i * outputs;
        float top = y[at];
        for (int c = 1; c < outputs; c++) {
          top = Math.max(top, y[at + c]);
        }
        double whole = 0;
        for (int c = 0; c < outputs; c++) {
          whole += Math.exp(y[at + c] - top);
        }
        int code = codes[rows[i]];
        sum += Math.log(whole) + top - y[at + code];
        for (int c = 0; dy != null && c < outputs; c++) {
          double share = Math.exp(y[at + c] - top) / whole;
          dy[at + c] = (float) ((share - (c == code ? 1 : 0)) / count);
        }
      }
      return sum;
    }
  }

  /** Squared error. */
  record SquaredError(double[] values) implements Objective {
    @Override
    public int outputs() {
      return 1;
    }

    @Override
    public double sum(float[] y, int[] rows, int count, float[] dy) {
      double sum = 0;
      for (int i = 0; i < count; i++) {
        double off = y[i] - values[rows[i]];
        sum += off * off;
        if (dy != null) {
          dy[i] = (float) (2 * off / count);
        }
      }
      return sum;
    }
  }

  /** The objective of these outcomes. */
  static Objective of(Outcomes outcomes) {
    return outcomes instanceof Outcomes.Classes classes
        ? new CrossEntropy(classes.codes(), classes.classes().size())
        : new SquaredError(((Outcomes.Numbers) outcomes).values());
  }
}
