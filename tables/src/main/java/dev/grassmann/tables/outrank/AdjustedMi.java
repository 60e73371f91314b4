package dev.grassmann.tables.outrank;

import java.util.Arrays;

/**
 * Adjusted mutual information (Vinh, Epps, Bailey 2010): (MI - E[MI]) / (mean of the two entropies
 * - E[MI]), where the expectation is over all tables with the same margins. 1 for the same
 * partition, about 0 for independent columns, never a bonus for many values. Symmetric.
 */
final class AdjustedMi {
  private final double[] cLogC;
  private final double[] logFactorial;

  AdjustedMi(double[] cLogC) {
    this.cLogC = cLogC;
    this.logFactorial = new double[cLogC.length];
    for (int c = 2; c < logFactorial.length; c++) {
      logFactorial[c] = logFactorial[c - 1] + Math.log(c);
    }
  }

  double score(Codes x, Codes y) {
    boolean trivial = x.values() == y.values() && (y.values() == 1 || y.values() == y.rows());
    if (trivial) {
      return 1; // one value each, or a value a row each: the same partition by necessity
    }
    double information = PlainMi.nats(x, y, cLogC);
    double expected = expected(x, y);
    double mean = (PlainMi.entropy(x, cLogC) + PlainMi.entropy(y, cLogC)) / 2;
    double room = mean - expected;
    // as scikit-learn does: never divide by zero, keep the sign
    room = room < 0 ? Math.min(room, -Math.ulp(1.0)) : Math.max(room, Math.ulp(1.0));
    return (information - expected) / room;
  }

  /** The expectation depends on margins only, so equal margins are worked out once. */
  private double expected(Codes x, Codes y) {
    int n = x.rows();
    int[][] rows = histogram(x.size());
    int[][] columns = histogram(y.size());
    double sum = 0;
    for (int[] a : rows) {
      for (int[] b : columns) {
        sum += (double) a[1] * b[1] * expectedCell(a[0], b[0], n);
      }
    }
    return sum;
  }

  private double expectedCell(int a, int b, int n) {
    double fixed =
        logFactorial[a]
            + logFactorial[b]
            + logFactorial[n - a]
            + logFactorial[n - b]
            - logFactorial[n];
    double logMargins = Math.log(a) + Math.log(b);
    double sum = 0;
    for (int c = Math.max(1, a + b - n); c <= Math.min(a, b); c++) {
      double logProbability =
          fixed
              - logFactorial[c]
              - logFactorial[a - c]
              - logFactorial[b - c]
              - logFactorial[n - a - b + c];
      sum += c * (Math.log(n) + Math.log(c) - logMargins) * Math.exp(logProbability);
    }
    return sum / n;
  }

  /** Distinct sizes with how often each occurs. */
  private static int[][] histogram(int[] sizes) {
    int[] sorted = sizes.clone();
    Arrays.sort(sorted);
    int[][] distinct = new int[sorted.length][];
    int count = 0;
    for (int size : sorted) {
      if (count > 0 && distinct[count - 1][0] == size) {
        distinct[count - 1][1]++;
      } else {
        distinct[count++] = new int[] {size, 1};
      }
    }
    return Arrays.copyOf(distinct, count);
  }
}
