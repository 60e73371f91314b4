package dev.grassmann.engine.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GramTest {
  /** Sizes about the tile of the mirror, one row, more columns than rows, more than one panel. */
  @ParameterizedTest
  @CsvSource({"1, 1", "1, 33", "7, 31", "40, 32", "13, 65", "500, 97"})
  void isTheProductOfTheTransposeWithTheMatrix(int n, int d) {
    double[] x = Matrices.normal(n * d, n + d);
    double[] truth = Matrices.multiply(Matrices.transpose(x, n, d), x, d, n, d);
    try (Scope scope = Scope.open()) {
      double[] gram = Gram.of(Tensors.of(x, n, d));
      assertEquals(0, Matrices.largestDifference(truth, gram), 1e-12 * n);
      assertArrayEquals(Matrices.transpose(gram, d, d), gram);
    }
  }

  @Test
  void readsViewsAndOtherTypes() {
    double[] x = {1, 2, 3, 4, 5, 6};
    try (Scope scope = Scope.open()) {
      Tensor wide = Tensors.of(x, 2, 3);
      double[] columns = {17, 22, 22, 29}; // of (1, 2) and (4, 5)
      assertArrayEquals(columns, Gram.of(wide.narrow(1, 0, 2)), 1e-15);
      assertArrayEquals(columns, Gram.of(wide.narrow(1, 0, 2).to(ScalarType.Float)), 1e-15);
      assertArrayEquals(new double[] {14, 32, 32, 77}, Gram.of(wide.t()), 1e-15);
    }
  }

  @Test
  void ofNoRowsIsZero() {
    try (Scope scope = Scope.open()) {
      assertArrayEquals(new double[4], Gram.of(Tensors.of(new double[2], 1, 2).narrow(0, 0, 0)));
    }
  }
}
