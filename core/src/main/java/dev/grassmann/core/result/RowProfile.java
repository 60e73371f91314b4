package dev.grassmann.core.result;

import java.util.List;

/**
 * What the rows of one group look like; shares are means over the rows, in percent of the fields.
 *
 * @param group value of the target that the rows have; empty where rows are not split
 * @param rows how many there are
 * @param empty fields without any text
 * @param braces fields that hold {@code {}}
 * @param zero fields that hold {@code 0}
 * @param longer fields of more than 30, 60, 100, 200, 300 characters
 * @param entropy sum over the fields of the entropy of their characters, in bits, mean over rows
 * @param emptyHistogram rows by their share of empty or {@code {}} fields, in 20 equal bins
 */
public record RowProfile(
    String group,
    long rows,
    double empty,
    double braces,
    double zero,
    List<Double> longer,
    double entropy,
    List<Long> emptyHistogram) {

  /** Bounds of {@link #longer()}, in characters. */
  public static final List<Integer> LENGTHS = List.of(30, 60, 100, 200, 300);

  /** Bins of {@link #emptyHistogram()}. */
  public static final int BINS = 20;

  public RowProfile {
    longer = List.copyOf(longer);
    emptyHistogram = List.copyOf(emptyHistogram);
  }
}
