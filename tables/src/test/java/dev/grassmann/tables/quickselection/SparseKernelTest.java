package dev.grassmann.tables.quickselection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SparseKernelTest {
  private final SparseKernel plain = new PlainSparse();
  private final SparseKernel vector = new VectorSparse();
  private final SplittableRandom random = new SplittableRandom(4);

  @Test
  void theTestsRunWithTheVectorApi() {
    assertInstanceOf(VectorSparse.class, SparseKernel.best());
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 32, 48, 64, 80, 112, 144, 208})
  void twinsGatherTheSameBytes(int stride) {
    float[] in = numbers(9 * stride, 1);
    float[] weight = numbers(6, 1);
    int[] source = {8, 0, 3, 3, 7, 1};
    for (int lo = 0; lo < stride; lo += 16) {
      float[] a = new float[2 * stride];
      float[] b = new float[2 * stride];
      plain.gather(0.3f, weight, source, 1, 6, in, stride, lo, stride, a, stride);
      vector.gather(0.3f, weight, source, 1, 6, in, stride, lo, stride, b, stride);
      assertArrayEquals(a, b);
      double expected = 0.3;
      for (int e = 1; e < 6; e++) {
        expected += (double) weight[e] * in[source[e] * stride + stride - 1];
      }
      assertEquals(expected, a[2 * stride - 1], 1e-5);
      assertEquals(0, a[stride + lo - 1], "what lies before stays");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 32, 48, 112, 1008})
  void dotProductsAreThoseOfDoublePrecision(int length) {
    float[] a = numbers(length + 16, 1);
    float[] b = numbers(length + 32, 1);
    double expected = 0;
    for (int i = 0; i < length; i++) {
      expected += (double) a[16 + i] * b[32 + i];
    }
    assertEquals(expected, plain.dot(a, 16, b, 32, length), 1e-4);
    assertEquals(expected, vector.dot(a, 16, b, 32, length), 1e-4);
  }

  @Test
  void theSigmoidIsAccurateWhereverItIsNotFlat() {
    float[] a = numbers(16_000, 12);
    float[] z = a.clone();
    float[] b = a.clone();
    plain.sigmoid(a, 0, a.length);
    vector.sigmoid(b, 0, b.length);
    assertArrayEquals(a, b);
    for (int i = 0; i < z.length; i++) {
      double exact = 1 / (1 + Math.exp(-z[i]));
      assertEquals(exact, a[i], 3e-7 * exact + 1e-12, "at " + z[i]);
    }
  }

  @Test
  void theSigmoidHasItsLimitsAndPassesNaNOn() {
    float[] z = new float[16];
    z[0] = Float.POSITIVE_INFINITY;
    z[1] = Float.NEGATIVE_INFINITY;
    z[2] = Float.NaN;
    z[3] = 500;
    z[4] = -500;
    float[] twin = z.clone();
    plain.sigmoid(z, 0, 16);
    vector.sigmoid(twin, 0, 16);
    assertArrayEquals(z, twin);
    assertEquals(1, z[0]);
    assertEquals(0, z[1], 1e-37);
    assertEquals(Float.NaN, z[2]);
    assertEquals(1, z[3]);
    assertEquals(0, z[4], 1e-37);
    assertEquals(0.5f, z[5]);
  }

  private float[] numbers(int count, double spread) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) (spread * random.nextGaussian());
    }
    return numbers;
  }
}
