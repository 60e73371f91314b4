package dev.grassmann.engine.linalg;

/** Checks the promises that callers make about their arrays. */
final class Sizes {
  private Sizes() {}

  static void require(int length, int rows, int columns, String name) {
    if (rows < 0 || columns < 0 || (long) rows * columns != length) {
      throw new IllegalArgumentException(
          name + " has " + length + " numbers, not " + rows + " x " + columns);
    }
  }
}
