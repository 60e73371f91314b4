package dev.grassmann.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.grassmann.core.data.Vectors;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TensorsTest {
  private Scope scope;

  @BeforeEach
  void open() {
    scope = Scope.open();
  }

  @AfterEach
  void close() {
    scope.close();
  }

  @Test
  void copiesNumbersInAndOutInRowMajorOrder() {
    float[] numbers = {1, 2, 3, 4, 5, 6};
    Tensor tensor = Tensors.of(numbers, 2, 3);
    numbers[0] = 99;
    assertArrayEquals(new float[] {1, 2, 3, 4, 5, 6}, Tensors.floats(tensor));
    assertArrayEquals(new float[] {1, 4, 2, 5, 3, 6}, Tensors.floats(tensor.t()));
    assertArrayEquals(new double[] {1, 2, 3, 4, 5, 6}, Tensors.doubles(tensor));
  }

  @Test
  void keepsEveryDigitOfDoublesAndEveryLong() {
    double third = 1.0 / 3;
    assertArrayEquals(
        new double[] {third, -third}, Tensors.doubles(Tensors.of(new double[] {third, -third}, 2)));
    long large = (1L << 40) + 1;
    assertArrayEquals(new long[] {large}, Tensors.longs(Tensors.of(new long[] {large}, 1)));
    assertThrows(ArithmeticException.class, () -> Tensors.ints(Tensors.of(new long[] {large}, 1)));
  }

  @Test
  void takesRowsOfVectorsAcrossItsBuffersEdge() {
    int n = 700_000;
    float[] all = new float[n];
    for (int i = 0; i < n; i++) {
      all[i] = i;
    }
    Tensor tensor = Tensors.of(Vectors.of(all, n, 1), 5, n - 10);
    assertEquals(n - 10, tensor.size(0));
    float[] back = Tensors.floats(tensor);
    for (int i = 0; i < back.length; i++) {
      assertEquals(i + 5, back[i]);
    }
  }

  @Test
  void givesVectorsBack() {
    Vectors vectors = Tensors.vectors(Tensors.of(new float[] {1, 2, 3, 4}, 2, 2));
    assertEquals(2, vectors.n());
    assertArrayEquals(new float[] {1, 2, 3, 4}, vectors.toArray());
  }

  @Test
  void overwritesAPlainTensorOnly() {
    Tensor tensor = Tensors.of(new float[4], 2, 2);
    Tensors.set(tensor, new float[] {4, 3, 2, 1});
    assertArrayEquals(new float[] {4, 3, 2, 1}, Tensors.floats(tensor));
    Tensor doubles = tensor.to(ScalarType.Double);
    assertThrows(IllegalArgumentException.class, () -> Tensors.set(doubles, new float[4]));
    assertThrows(IllegalArgumentException.class, () -> Tensors.set(tensor.t(), new float[4]));
    assertThrows(IllegalArgumentException.class, () -> Tensors.set(tensor, new float[3]));
  }

  @Test
  void refusesTooFewNumbers() {
    assertThrows(IllegalArgumentException.class, () -> Tensors.of(new float[5], 2, 3));
  }
}
