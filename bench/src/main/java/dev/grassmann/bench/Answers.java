package dev.grassmann.bench;

import java.util.Locale;

/**
 * Whether both sides gave the same answer, and by what measure. A ratio of times means nothing
 * where they did not.
 */
record Answers(boolean equal, String how) {
  /** Equal when the largest difference between two numbers of the answers is within bounds. */
  static Answers within(double largestDifference, double tolerance, String of) {
    return new Answers(
        largestDifference <= tolerance,
        String.format(
            Locale.ROOT,
            "%s differ by at most %.2g (allowed %.2g)",
            of,
            largestDifference,
            tolerance));
  }

  /** Equal when both of two are. */
  Answers and(Answers other) {
    return new Answers(equal && other.equal, how + "; " + other.how);
  }
}
