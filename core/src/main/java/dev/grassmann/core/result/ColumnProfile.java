package dev.grassmann.core.result;

import java.util.List;

/**
 * What is in one column.
 *
 * @param name of the column
 * @param kind categorical, number or text
 * @param coverage rows with a value, in percent
 * @param bytes mean length of a value as UTF-8 text
 * @param cardinality distinct values, a missing value being one of them
 * @param entropy of the distribution of the values, in nats
 * @param most the most frequent value
 * @param mostShare rows that have it, in percent
 * @param repeated how many values occur more than 0, 1, 10, ... 100,000 times
 * @param rare how many values are rare
 * @param rareValues some of them, the rarest first
 * @param numbers range of a column of numbers; null for others
 * @param findings what looks broken about it
 * @param copyOf the earlier column that says the same; empty where there is none
 */
public record ColumnProfile(
    String name,
    String kind,
    double coverage,
    double bytes,
    long cardinality,
    double entropy,
    String most,
    double mostShare,
    List<Long> repeated,
    long rare,
    List<Rare> rareValues,
    Range numbers,
    List<Finding> findings,
    String copyOf) {

  /** Bounds of {@link #repeated()}. */
  public static final List<Long> TIMES = List.of(0L, 1L, 10L, 100L, 1_000L, 10_000L, 100_000L);

  /** What looks broken about a column. */
  public enum Finding {
    /** Every value is missing. */
    EMPTY,
    /** One value only. */
    CONSTANT,
    /** Another value in (nearly) every row, and no number with a fraction. */
    IDENTIFIER,
    /** Says exactly what an earlier column says. */
    COPY,
    /** Less than half of the rows have a value. */
    SPARSE
  }

  /** A rare value and how often it occurs. */
  public record Rare(String value, long count) {}

  /** Numbers of a column, missing ones left out; {@code zeros} in percent of all rows. */
  public record Range(double min, double max, double mean, double sd, double zeros) {}

  public ColumnProfile {
    repeated = List.copyOf(repeated);
    rareValues = List.copyOf(rareValues);
    findings = List.copyOf(findings);
  }

  /** Rare values in percent of all values. */
  public double rareShare() {
    return cardinality == 0 ? 0 : 100.0 * rare / cardinality;
  }
}
