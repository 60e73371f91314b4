package dev.grassmann.core.data;

import java.util.List;
import java.util.Optional;

/**
 * n vectors of d float32 numbers, row-major, read-only; may be larger than memory. Safe to read
 * from many threads.
 */
public interface Vectors {
  /** Number of vectors (rows), at least 1. */
  int n();

  /** Dimension of each vector (columns), at least 1. */
  int d();

  /**
   * Fills {@code target[offset .. offset + count * d)} with rows {@code from .. from + count}.
   *
   * @throws IndexOutOfBoundsException where rows or target do not exist
   */
  void copyRows(int from, int count, float[] target, int offset);

  /** Fills {@code target[0 .. d)} with row {@code i}. */
  default void copyRow(int i, float[] target) {
    copyRows(i, 1, target, 0);
  }

  /** Names of the rows, in order, where the data has them. */
  default Optional<List<String>> ids() {
    return Optional.empty();
  }

  /** Where a row is from, as the user knows it: file and row in it; empty where nobody knows. */
  default String place(int row) {
    return "";
  }

  /** Rows {@code from} (inclusive) to {@code to} (exclusive), without copying. */
  default Vectors slice(int from, int to) {
    return new VectorSlice(this, from, to);
  }

  /** The rows with these numbers, in this order, without copying; a row may be named twice. */
  default Vectors rows(int[] index) {
    return new VectorRows(this, index.clone());
  }

  /** All rows in one new array of n × d numbers; for data known to fit in memory. */
  default float[] toArray() {
    float[] all = new float[Math.multiplyExact(n(), d())];
    copyRows(0, n(), all, 0);
    return all;
  }

  /** Vectors in memory; the array is copied. */
  static Vectors of(float[] rowMajor, int n, int d) {
    return new ArrayVectors(rowMajor.clone(), n, d, List.of());
  }

  /** Vectors in memory with names. */
  static Vectors of(float[] rowMajor, int n, int d, List<String> ids) {
    return new ArrayVectors(rowMajor.clone(), n, d, ids);
  }

  /** Vectors in memory from rows of equal length. */
  static Vectors of(float[][] rows) {
    return ArrayVectors.ofRows(rows);
  }
}
