package dev.grassmann.engine.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AssignmentTest {
  @Test
  void noOtherMatchingGainsMore() {
    SplittableRandom random = new SplittableRandom(4);
    for (int trial = 0; trial < 50; trial++) {
      double[][] gain = new double[5][5];
      for (double[] row : gain) {
        for (int j = 0; j < 5; j++) {
          row[j] = random.nextInt(-9, 10);
        }
      }
      int[] match = Assignment.maximise(gain);
      double sum = 0;
      for (int i = 0; i < 5; i++) {
        sum += gain[i][match[i]];
      }
      assertEquals(best(gain, 0, 0), sum);
    }
  }

  @Test
  void whatIsLeftOverOnTheLongerSideStaysUnmatched() {
    assertArrayEquals(
        new int[] {-1, 1, 0}, Assignment.maximise(new double[][] {{1, 1}, {0, 5}, {4, 5}}));
    assertArrayEquals(new int[] {2}, Assignment.maximise(new double[][] {{-3, -2, -1}}));
  }

  /** The best gain over all permutations. */
  private static double best(double[][] gain, int row, int taken) {
    if (row == gain.length) {
      return 0;
    }
    double best = Double.NEGATIVE_INFINITY;
    for (int j = 0; j < gain.length; j++) {
      if ((taken & 1 << j) == 0) {
        best = Math.max(best, gain[row][j] + best(gain, row + 1, taken | 1 << j));
      }
    }
    return best;
  }
}
