package dev.grassmann.dictionaries.choicesae;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** A budget shared out in whole numbers: shares rounded down, the rest by largest remainders. */
final class Quotas {
  private Quotas() {}

  /** As equal as can be. */
  static int[] uniform(int budget, int features, int most) {
    double[] shares = new double[features];
    Arrays.fill(shares, 1);
    return share(budget, shares, most);
  }

  /** By a law, for ranks 1, 2, .. */
  static int[] byRank(int budget, ZipfFit law, int features, int most) {
    double[] shares = new double[features];
    for (int r = 0; r < features; r++) {
      shares[r] = Math.pow(r + 1 + law.offset(), -law.exponent());
    }
    return share(budget, shares, most);
  }

  /**
   * Shares a budget out.
   *
   * @param most largest quota; what is above it goes to the others by the same rule
   * @return quotas of 1 to {@code most} that add up to the budget, or as near as those bounds let
   */
  static int[] share(int budget, double[] shares, int most) {
    int n = shares.length;
    int[] quotas = new int[n];
    boolean[] settled = new boolean[n];
    int left = Math.max(n, (int) Math.min(budget, (long) n * most));
    while (true) {
      double sum = 0;
      for (int j = 0; j < n; j++) {
        sum += settled[j] ? 0 : shares[j];
      }
      int clamped = 0;
      double available = left;
      for (int j = 0; j < n; j++) {
        double quota = available * shares[j] / sum;
        if (!settled[j] && (quota > most || quota < 1)) {
          quotas[j] = quota < 1 ? 1 : most;
          settled[j] = true;
          left -= quotas[j];
          clamped++;
        }
      }
      if (clamped == 0) {
        remainders(quotas, settled, shares, sum, left);
        return quotas;
      }
      if (IntStream.range(0, n).allMatch(j -> settled[j])) {
        return quotas;
      }
    }
  }

  private static void remainders(
      int[] quotas, boolean[] settled, double[] shares, double sum, int budget) {
    int[] open = IntStream.range(0, quotas.length).filter(j -> !settled[j]).toArray();
    int given = 0;
    for (int j : open) {
      quotas[j] = (int) (budget * shares[j] / sum);
      given += quotas[j];
    }
    int[] byRemainder =
        Arrays.stream(open)
            .boxed()
            .sorted(
                Comparator.comparingDouble(
                        (Integer j) ->
                            Math.floor(budget * shares[j] / sum) - budget * shares[j] / sum)
                    .thenComparingInt(j -> j))
            .mapToInt(j -> j)
            .toArray();
    for (int i = 0; i < budget - given; i++) {
      quotas[byRemainder[i]]++;
    }
  }
}
