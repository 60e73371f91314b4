package dev.grassmann.tables.quickselection;

import dev.grassmann.tables.quickselection.QuickSelectionConfig.Scaling;

/**
 * How one column is scaled: {@code (number - shift) * factor}.
 *
 * @param constant all numbers are the same
 * @param rare of all rows, at most this share differs from the column's smallest or from its
 *     largest number
 */
record ColumnScale(double shift, double factor, boolean constant, double rare) {
  double apply(double number) {
    return (number - shift) * factor;
  }

  /** Collects what a scale needs, in two passes over the same numbers. */
  static final class Builder {
    private final Scaling scaling;
    private long count;
    private double sum;
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;
    private double squares;
    private long atLow;
    private long atHigh;

    Builder(Scaling scaling) {
      this.scaling = scaling;
    }

    /** First pass. */
    void first(double number, long times) {
      count += times;
      sum += times * number;
      low = Math.min(low, number);
      high = Math.max(high, number);
    }

    /** Second pass, after the first has seen all. */
    void second(double number, long times) {
      double off = number - sum / count;
      squares += times * off * off;
      atLow += number == low ? times : 0;
      atHigh += number == high ? times : 0;
    }

    ColumnScale build() {
      boolean constant = low == high;
      double rare = 1 - (double) Math.max(atLow, atHigh) / count;
      return switch (scaling) {
        case NONE -> new ColumnScale(0, 1, constant, rare);
        case MINMAX -> new ColumnScale(low, constant ? 0 : 1 / (high - low), constant, rare);
        case STANDARD ->
            new ColumnScale(
                sum / count, constant ? 0 : 1 / Math.sqrt(squares / count), constant, rare);
      };
    }
  }
}
