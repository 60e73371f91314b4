package dev.grassmann.tables.outrank;

import java.util.Arrays;

/**
 * Probability 1 / (1 + exp(a decision + b)), fitted to held-out decisions with Platt's smoothed
 * targets by Newton steps (Lin, Lin, Weng 2007).
 */
record PlattCurve(double a, double b) {
  private static final int STEPS = 100;
  private static final double RIDGE = 1e-12;

  /**
   * @param decisions of each fold and value
   * @param positive rows of that fold and value that are of the class
   * @param negative rows that are not
   */
  static PlattCurve of(double[][] decisions, int[][] positive, int[][] negative) {
    double plus = Arrays.stream(positive).flatMapToInt(Arrays::stream).sum();
    double minus = Arrays.stream(negative).flatMapToInt(Arrays::stream).sum();
    double high = (plus + 1) / (plus + 2);
    double low = 1 / (minus + 2);
    PlattCurve curve = new PlattCurve(0, Math.log((minus + 1) / (plus + 1)));
    double loss = curve.loss(decisions, positive, negative, high, low);
    for (int step = 0; step < STEPS; step++) {
      double[] newton = curve.step(decisions, positive, negative, high, low);
      double length = 1;
      PlattCurve next = curve;
      double nextLoss = loss;
      while (length > 1e-10) {
        next = new PlattCurve(curve.a - length * newton[0], curve.b - length * newton[1]);
        nextLoss = next.loss(decisions, positive, negative, high, low);
        if (nextLoss < loss) {
          break;
        }
        length /= 2;
      }
      if (nextLoss >= loss - 1e-12) {
        break;
      }
      curve = next;
      loss = nextLoss;
    }
    return curve;
  }

  double[] probabilities(double[] decisions) {
    return Arrays.stream(decisions).map(f -> Logistic.sigmoid(-(a * f + b))).toArray();
  }

  private double loss(double[][] f, int[][] positive, int[][] negative, double high, double low) {
    double sum = 0;
    for (int k = 0; k < f.length; k++) {
      for (int v = 0; v < f[k].length; v++) {
        double z = a * f[k][v] + b;
        double softplus = z > 0 ? z + Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(z));
        // -t ln p - (1 - t) ln (1 - p) with p = 1 / (1 + e^z)
        sum += positive[k][v] * (softplus - (1 - high) * z);
        sum += negative[k][v] * (softplus - (1 - low) * z);
      }
    }
    return sum;
  }

  private double[] step(double[][] f, int[][] positive, int[][] negative, double high, double low) {
    double haa = RIDGE;
    double hbb = RIDGE;
    double hab = 0;
    double ga = 0;
    double gb = 0;
    for (int k = 0; k < f.length; k++) {
      for (int v = 0; v < f[k].length; v++) {
        double p = Logistic.sigmoid(-(a * f[k][v] + b));
        double rows = positive[k][v] + negative[k][v];
        double slope = positive[k][v] * (high - p) + negative[k][v] * (low - p);
        double bend = rows * p * (1 - p);
        haa += bend * f[k][v] * f[k][v];
        hab += bend * f[k][v];
        hbb += bend;
        ga += slope * f[k][v];
        gb += slope;
      }
    }
    double determinant = haa * hbb - hab * hab;
    return new double[] {(hbb * ga - hab * gb) / determinant, (haa * gb - hab * ga) / determinant};
  }
}
