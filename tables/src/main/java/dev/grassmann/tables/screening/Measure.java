package dev.grassmann.tables.screening;

/**
 * How much two variables depend on each other. Rows where either is missing are left out before,
 * and neither is constant. Implementations keep arrays between calls: one object a thread.
 */
interface Measure {
  /** Two columns of numbers; as many of each. */
  double ofNumbers(Numbers x, Numbers y);

  /**
   * A column of numbers and one of classes.
   *
   * @param classes class of each row, 0 to {@code count - 1}; some may not occur
   */
  double ofNumbersAndClasses(Numbers x, int[] classes, int count);

  /** Two columns of classes. */
  double ofClasses(int[] x, int xCount, int[] y, int yCount);
}
