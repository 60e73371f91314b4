package dev.grassmann.dictionaries.measure;

/**
 * Which of some points nothing else beats: no point is as good in both figures and better in one.
 */
public final class ParetoFront {
  private ParetoFront() {}

  /**
   * Whether each point is on the front; of equal points all are. Smaller is better in both.
   *
   * @param x one figure of each point, e.g. L0
   * @param y the other, e.g. the error; a NaN is never on the front
   */
  public static boolean[] of(double[] x, double[] y) {
    boolean[] on = new boolean[x.length];
    for (int i = 0; i < on.length; i++) {
      on[i] = !Double.isNaN(x[i]) && !Double.isNaN(y[i]);
      for (int j = 0; j < on.length && on[i]; j++) {
        boolean asGood = x[j] <= x[i] && y[j] <= y[i];
        on[i] = !(asGood && (x[j] < x[i] || y[j] < y[i]));
      }
    }
    return on;
  }
}
