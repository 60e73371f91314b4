package dev.grassmann.tables.screening;

/**
 * Numbers of one variable, none missing, one a row, with their order.
 *
 * @param values in the order of the rows
 * @param ordered the same, ascending
 */
record Numbers(double[] values, Ordered ordered) {
  /** Keeps the array. */
  static Numbers of(double[] values) {
    return new Numbers(values, Ordered.of(values, values.length));
  }

  int count() {
    return values.length;
  }
}
