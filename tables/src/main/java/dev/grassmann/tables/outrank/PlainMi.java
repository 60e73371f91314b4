package dev.grassmann.tables.outrank;

/** Mutual information of the empirical distribution, in nats: what OutRank corrects. */
final class PlainMi {
  private PlainMi() {}

  static double nats(Codes x, Codes y, double[] cLogC) {
    double joint = sum(x.and(y), cLogC);
    int n = x.rows();
    // H(x) + H(y) - H(x, y); not below 0, where rounding alone would put it
    return Math.max(0, (cLogC[n] + joint - sum(x, cLogC) - sum(y, cLogC)) / n);
  }

  /** Entropy of the empirical distribution, in nats. */
  static double entropy(Codes x, double[] cLogC) {
    return (cLogC[x.rows()] - sum(x, cLogC)) / x.rows();
  }

  private static double sum(Codes x, double[] cLogC) {
    double sum = 0;
    for (int size : x.size()) {
      sum += cLogC[size];
    }
    return sum;
  }
}
