package dev.grassmann.core.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SparseMatrixTest {
  /** Rows (0, 7, 5), (0, 0, 0) and (2, 0, -1), the first given out of order. */
  private static SparseMatrix small() {
    return SparseMatrix.of(
        3, new int[] {0, 2, 2, 4}, new int[] {2, 1, 0, 2}, new double[] {5, 7, 2, -1});
  }

  @Test
  void entriesAreFoundWhateverOrderTheyWereGivenIn() {
    double[][] expected = {{0, 7, 5}, {0, 0, 0}, {2, 0, -1}};
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        assertEquals(expected[i][j], small().get(i, j));
      }
    }
    assertEquals(4, small().entries());
  }

  @Test
  void aProductIsThatOfTheFullMatrix() {
    double[] product = new double[3];
    small().multiply(new double[] {1, 10, 100}, product);
    assertArrayEquals(new double[] {570, 0, -98}, product);
  }

  @Test
  void transposingSwapsIndicesAndTwiceChangesNothing() {
    Random random = new Random(3);
    int[] start = new int[8];
    int[] column = new int[7 * 4];
    double[] value = new double[7 * 4];
    for (int i = 0; i < 7; i++) {
      start[i + 1] = start[i] + i % 5;
      for (int e = start[i]; e < start[i + 1]; e++) {
        column[e] = (e - start[i]) * 2 + i % 3;
        value[e] = random.nextGaussian();
      }
    }
    SparseMatrix matrix = SparseMatrix.of(11, start, column, value);
    SparseMatrix turned = matrix.transpose();
    SparseMatrix back = turned.transpose();
    assertEquals(11, turned.rows());
    for (int i = 0; i < 7; i++) {
      for (int j = 0; j < 11; j++) {
        assertEquals(matrix.get(i, j), turned.get(j, i));
        assertEquals(matrix.get(i, j), back.get(i, j));
      }
    }
  }

  @Test
  void changingTheGivenArraysLaterChangesNothing() {
    int[] column = {1};
    double[] value = {4};
    SparseMatrix matrix = SparseMatrix.of(2, new int[] {0, 1}, column, value);
    column[0] = 0;
    value[0] = 9;
    assertEquals(4, matrix.get(0, 1));
  }

  @Test
  void aColumnNamedTwiceOrOutsideIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> SparseMatrix.of(3, new int[] {0, 2}, new int[] {1, 1}, new double[] {1, 2}));
    assertThrows(
        IndexOutOfBoundsException.class,
        () -> SparseMatrix.of(3, new int[] {0, 1}, new int[] {3}, new double[] {1}));
    assertThrows(
        IllegalArgumentException.class,
        () -> SparseMatrix.of(3, new int[] {0, 2}, new int[] {1}, new double[] {1}));
  }
}
