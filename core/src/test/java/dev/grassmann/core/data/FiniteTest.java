package dev.grassmann.core.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.grassmann.core.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FiniteTest {
  @Test
  void numbersPassUnchanged() {
    Vectors vectors = Vectors.of(new float[] {0, -0f, Float.MAX_VALUE, Float.MIN_VALUE}, 2, 2);
    assertSame(vectors, Finite.require(vectors, "x"));
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void theFirstThatIsNoNumberIsNamedByRowAndColumn(float bad) {
    int d = 3;
    float[] numbers = new float[200_000 * d]; // more than one block
    numbers[150_000 * d + 2] = bad;
    numbers[190_000 * d] = bad;
    assertEquals(
        "a.npy row 150000 column 2: a number is "
            + bad
            + "; fill it or leave the row out (rows and columns are counted from 0)",
        assertThrows(
                InputException.class,
                () -> Finite.require(Vectors.of(numbers, 200_000, d), "a.npy"))
            .getMessage());
  }
}
