package dev.grassmann.tables.dsir;

/**
 * The weight function: d[j] = ln(p[j] + 1e-8) - ln(q[j] + 1e-8), and of a document the sum of d
 * over its n-grams. It is not divided by the document's length.
 */
public final class LogRatio implements DocumentScore {
  private static final double FLOOR = 1e-8;

  private final double[] d;

  private LogRatio(double[] d) {
    this.d = d;
  }

  /**
   * Of a target's counts against raw counts.
   *
   * @param smoothing pseudo-count of the target's model, at least 0; the raw model has none
   */
  public static LogRatio of(BucketCounts target, BucketCounts raw, double smoothing) {
    double[] p = target.shares(smoothing);
    double[] q = raw.shares(0);
    double[] d = new double[p.length];
    for (int j = 0; j < d.length; j++) {
      d[j] = Math.log(p[j] + FLOOR) - Math.log(q[j] + FLOOR);
    }
    return new LogRatio(d);
  }

  /** Log weight in nats of the document whose n-grams are the first {@code count} buckets. */
  @Override
  public double weight(int[] buckets, int count) {
    return weight(buckets, 0, count);
  }

  double weight(int[] buckets, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += d[buckets[i]]; // in the document's order, so that the last digit never changes
    }
    return sum;
  }

  /** The same of buckets below 2^16. */
  double weight(char[] buckets, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += d[buckets[i]];
    }
    return sum;
  }

  /** d of one bucket, in nats. */
  public double at(int bucket) {
    return d[bucket];
  }
}
