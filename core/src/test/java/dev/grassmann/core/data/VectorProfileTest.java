package dev.grassmann.core.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class VectorProfileTest {
  @Test
  void countsZeroRowsRepeatsAndConstantDimensions() {
    VectorProfile profile =
        VectorProfile.of(
            Vectors.of(new float[][] {{3, 4, 7}, {0, 0, 7}, {3, 4, 7}, {1, 0, 7}, {3, 4, 7}}));
    assertEquals(2, profile.duplicateRows());
    assertEquals(List.of(2, 0), profile.firstDuplicate());
    assertEquals(List.of(2), profile.constantDimensions());
    assertEquals(0, profile.zeroRows());
    assertEquals(1, VectorProfile.of(Vectors.of(new float[][] {{0, 0}, {1, 0}})).zeroRows());
  }

  @Test
  void meanCosineIsTheMeanOverAllPairs() {
    SplittableRandom random = new SplittableRandom(1);
    float[][] rows = new float[12][5];
    for (float[] row : rows) {
      for (int j = 0; j < 5; j++) {
        row[j] = (float) (random.nextDouble() - 0.3);
      }
    }
    double sum = 0;
    for (int i = 0; i < 12; i++) {
      for (int k = 0; k < 12; k++) {
        if (i != k) {
          sum += dot(rows[i], rows[k]) / Math.sqrt(dot(rows[i], rows[i]) * dot(rows[k], rows[k]));
        }
      }
    }
    assertEquals(sum / 132, VectorProfile.of(Vectors.of(rows)).meanCosine(), 1e-12);
  }

  @Test
  void shareOfTheMeanIsOneForEqualRowsAndZeroForCentredOnes() {
    assertEquals(
        1, VectorProfile.of(Vectors.of(new float[][] {{1, 2}, {1, 2}})).meanShare(), 1e-12);
    assertEquals(
        0, VectorProfile.of(Vectors.of(new float[][] {{1, 2}, {-1, -2}})).meanShare(), 1e-12);
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += (double) a[j] * b[j];
    }
    return sum;
  }
}
