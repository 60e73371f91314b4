package dev.grassmann.clusters.dimension;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DimensionTest {
  @Test
  void effectiveRankOfEqualVariancesIsTheirNumber() {
    PcaSpectrum spectrum = new PcaSpectrum(new double[] {2, 2, 2, 2, 0});
    assertEquals(4, spectrum.effectiveRank(), 1e-12);
    assertEquals(4, spectrum.dimensions(0.99));
    assertEquals(2, spectrum.dimensions(0.5));
  }

  @Test
  void gramAndCovarianceHaveTheSameVariances() {
    float[] tall = gaussian(40, 7, 1).toArray();
    Vectors rows = Vectors.of(tall, 40, 7);
    float[] padded = new float[40 * 50]; // the same rows with 43 dimensions of nothing
    for (int i = 0; i < 40; i++) {
      System.arraycopy(tall, i * 7, padded, i * 50, 7);
    }
    double[] few = PcaSpectrum.of(rows).variances();
    double[] many = PcaSpectrum.of(Vectors.of(padded, 40, 50)).variances();
    assertArrayEquals(few, java.util.Arrays.copyOf(many, 7), 1e-9);
    assertEquals(0, many[7], 1e-9);
  }

  @Test
  void twoNnFindsTheDimensionOfASheetInManyDimensions() {
    SplittableRandom random = new SplittableRandom(3);
    for (int dimension : new int[] {1, 2, 5}) {
      Vectors directions = gaussian(dimension, 30, dimension);
      float[] basis = directions.toArray();
      float[][] rows = new float[2_000][30];
      for (float[] row : rows) {
        for (int k = 0; k < dimension; k++) {
          double at = random.nextDouble();
          for (int j = 0; j < 30; j++) {
            row[j] += (float) (at * basis[k * 30 + j]);
          }
        }
      }
      // boundaries pull the estimate down a little, more so in more dimensions
      double estimate = TwoNn.of(Vectors.of(rows), Run.local()).dimension();
      assertEquals(dimension, estimate, 0.12 * dimension, "dimension " + dimension);
    }
  }

  @Test
  void rowsThatAllRepeatAreRefused() {
    Vectors same = Vectors.of(new float[90], 30, 3);
    InputException refused = assertThrows(InputException.class, () -> TwoNn.of(same, Run.local()));
    assertEquals(
        "0 rows have a nearest neighbour that lies elsewhere; the dimension needs at least 20"
            + " different rows",
        refused.getMessage());
  }

  private static Vectors gaussian(int n, int d, long seed) {
    java.util.Random random = new java.util.Random(seed);
    float[] data = new float[n * d];
    for (int i = 0; i < data.length; i++) {
      data[i] = (float) random.nextGaussian();
    }
    return Vectors.of(data, n, d);
  }
}
