package dev.grassmann.tables.dsir;

import java.util.List;

/** How far distributions of n-grams are from each other, and what a selection gains. */
final class Divergence {
  private Divergence() {}

  /**
   * KL(t || q) = sum of t ln(t / q), in nats.
   *
   * @param t shares that sum to 1; 0 is allowed
   * @param q shares, positive wherever t is, or the divergence is infinite
   */
  static double kl(double[] t, double[] q) {
    double sum = 0;
    for (int j = 0; j < t.length; j++) {
      if (t[j] > 0) {
        sum += t[j] * Math.log(t[j] / q[j]);
      }
    }
    return sum;
  }

  /**
   * KL reduction (section 5 of the paper): the mean over targets of KL(t || raw) - KL(t || chosen),
   * in nats.
   *
   * @param smoothing pseudo-count of all counts alike, so that divergences are finite
   */
  static double reduction(
      List<BucketCounts> targets, BucketCounts raw, BucketCounts chosen, double smoothing) {
    double[] before = raw.shares(smoothing);
    double[] after = chosen.shares(smoothing);
    double sum = 0;
    for (BucketCounts target : targets) {
      double[] t = target.shares(smoothing);
      sum += kl(t, before) - kl(t, after);
    }
    return sum / targets.size();
  }
}
