package dev.grassmann.engine.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Vectors;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MomentsTest {
  private static final int N = 1000;
  private static final int D = 5;

  /** Columns far from zero: a mean of 100,000 times the deviation, as float32 holds it. */
  private final float[] far = far();

  private static float[] far() {
    float[] rows = Matrices.floats(Matrices.normal(N * D, 1));
    for (int i = 0; i < rows.length; i++) {
      rows[i] = rows[i] * (i % D + 1) + 100_000 * (i % D);
    }
    return rows;
  }

  private static double[] exactScatter(float[] rows) {
    double[] scatter = new double[D * D];
    BigDecimal[] mean = new BigDecimal[D];
    for (int j = 0; j < D; j++) {
      BigDecimal sum = BigDecimal.ZERO;
      for (int i = 0; i < N; i++) {
        sum = sum.add(new BigDecimal(rows[i * D + j]));
      }
      mean[j] = sum.divide(BigDecimal.valueOf(N), MathContext.DECIMAL128);
    }
    for (int a = 0; a < D; a++) {
      for (int b = 0; b < D; b++) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < N; i++) {
          BigDecimal x = new BigDecimal(rows[i * D + a]).subtract(mean[a]);
          sum = sum.add(x.multiply(new BigDecimal(rows[i * D + b]).subtract(mean[b])));
        }
        scatter[a * D + b] = sum.doubleValue();
      }
    }
    return scatter;
  }

  @Test
  void keepsItsDigitsFarFromZeroInAnyNumberOfBatches() {
    double[] truth = exactScatter(far);
    Moments whole = Moments.of(Vectors.of(far, N, D));
    assertArrayEquals(truth, whole.scatter(), 1e-8);
    Moments batches = new Moments(D);
    for (int from = 0; from < N; from += 7) {
      int count = Math.min(7, N - from);
      batches.add(Arrays.copyOfRange(far, from * D, (from + count) * D), count);
    }
    assertArrayEquals(truth, batches.scatter(), 1e-7);
    assertArrayEquals(whole.mean(), batches.mean(), 1e-9);
    assertEquals(N, batches.n());
  }

  @Test
  void partitionsMergeIntoTheMomentsOfAllRows() {
    Vectors rows = Vectors.of(far, N, D);
    Moments left = Moments.of(rows.slice(0, 333));
    Moments right = Moments.of(rows.slice(333, N));
    Moments merged = new Moments(D);
    merged.merge(new Moments(D));
    merged.merge(left);
    merged.merge(right);
    assertArrayEquals(exactScatter(far), merged.scatter(), 1e-7);
    Moments saved = Moments.of(merged.n(), merged.mean(), merged.scatter());
    assertArrayEquals(merged.covariance(), saved.covariance());
    for (int j = 0; j < D; j++) {
      assertEquals(merged.scatter()[j * D + j] / (N - 1), merged.variances()[j], 1e-12);
    }
  }

  @Test
  void twoSidesGiveTheCrossScatterInOnePass() {
    int p = 2;
    float[] x = new float[N * p];
    float[] y = new float[N * (D - p)];
    for (int i = 0; i < N; i++) {
      System.arraycopy(far, i * D, x, i * p, p);
      System.arraycopy(far, i * D + p, y, i * (D - p), D - p);
    }
    double[] truth = exactScatter(far);
    CrossMoments moments = CrossMoments.of(Vectors.of(x, N, p), Vectors.of(y, N, D - p));
    double[] xy = moments.scatterXy();
    for (int i = 0; i < p; i++) {
      for (int j = 0; j < D - p; j++) {
        assertEquals(truth[i * D + p + j], xy[i * (D - p) + j], 1e-7);
      }
    }
    assertEquals(truth[1 * D + 0], moments.scatterXx()[p], 1e-7);
    assertEquals(truth[4 * D + 3], moments.scatterYy()[2 * (D - p) + 1], 1e-7);
    assertEquals(p, moments.meanX().length);
    assertEquals(4 * 100_000, moments.meanY()[2], 1);
    CrossMoments twice = new CrossMoments(p, D - p);
    twice.merge(moments);
    twice.merge(CrossMoments.of(moments.joint(), p));
    assertEquals(2 * N, twice.n());
    assertEquals(2 * xy[0], twice.scatterXy()[0], 1e-6);
  }

  @Test
  void refusesToSpeakOfRowsItHasNotSeen() {
    InputException none = assertThrows(InputException.class, () -> new Moments(2).mean());
    assertEquals("moments of 0 rows were asked for; give at least 1 rows", none.getMessage());
    Vectors one = Vectors.of(new float[] {1, 2}, 1, 2);
    assertEquals(1, Moments.of(one).mean()[0]);
    InputException single = assertThrows(InputException.class, () -> Moments.of(one).covariance());
    assertEquals("moments of 1 rows were asked for; give at least 2 rows", single.getMessage());
  }

  @Test
  void refusesSidesOfUnequalLength() {
    Vectors two = Vectors.of(new float[] {1, 2}, 2, 1);
    Vectors three = Vectors.of(new float[] {1, 2, 3}, 3, 1);
    InputException refused = assertThrows(InputException.class, () -> CrossMoments.of(two, three));
    assertEquals(
        "X has 2 rows, Y has 3; the same samples in the same order are needed",
        refused.getMessage());
  }
}
