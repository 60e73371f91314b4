package dev.grassmann.tables.dsir;

import dev.grassmann.core.InputException;
import java.util.ArrayList;
import java.util.List;

/** How many of k documents each of several targets gets. */
final class Shares {
  private Shares() {}

  /**
   * floor(k * share) for each target, the remainder to the last.
   *
   * @param shares one a target, not negative; divided by their sum here. Empty: in proportion to
   *     {@code sizes}
   * @param sizes n-grams of each target
   * @throws InputException where shares cannot be shares
   */
  static List<Long> of(long k, List<Double> shares, List<Long> sizes) {
    List<Double> parts = shares.isEmpty() ? sizes.stream().map(Long::doubleValue).toList() : shares;
    if (parts.size() != sizes.size()) {
      throw new InputException(
          shares.size() + " shares for " + sizes.size() + " targets",
          "--shares",
          "give one number for each target, or none");
    }
    double sum = parts.stream().mapToDouble(Double::doubleValue).sum();
    boolean usable = parts.stream().allMatch(share -> share >= 0) && sum > 0;
    if (!usable || !Double.isFinite(sum)) {
      throw new InputException(
          "shares " + shares + " have no positive sum",
          "--shares",
          "give numbers of 0 or more, not all 0");
    }
    List<Long> counts = new ArrayList<>();
    long given = 0;
    for (double share : parts) {
      long count = (long) (k * (share / sum));
      counts.add(count);
      given += count;
    }
    counts.set(counts.size() - 1, counts.get(counts.size() - 1) + k - given);
    return counts;
  }
}
