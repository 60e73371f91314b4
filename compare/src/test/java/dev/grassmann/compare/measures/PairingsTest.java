package dev.grassmann.compare.measures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.grassmann.compare.Data;
import dev.grassmann.core.InputException;
import dev.grassmann.core.data.VectorPair;
import dev.grassmann.core.data.Vectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairingsTest {
  private static int[] order(int n, int step) {
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      order[i] = (step * i + 3) % n;
    }
    return order;
  }

  /** At any scale, since a null has to stand whatever unit the numbers are in. */
  @ParameterizedTest
  @ValueSource(floats = {1, 1e30f, 1e-30f})
  void aPairingMeasuresWhatAPassOverThePairedRowsDoes(float scale) {
    Vectors a = Data.each(Data.gaussian(50, 4, 1), (x, column) -> scale * (x + 9 * column));
    Vectors b = Data.gaussian(50, 6, 2);
    try (Pairings pairings = new Pairings(new VectorPair(a, b))) {
      for (int step : new int[] {7, 13, 21}) {
        PairMoments expected = PairMoments.of(a, b.rows(order(50, step)));
        PairMoments paired = pairings.paired(order(50, step));
        assertEquals(50, paired.n());
        assertEquals(Cka.unbiased(expected), Cka.unbiased(paired), 1e-6);
        assertEquals(Cka.biased(expected), Cka.biased(paired), 1e-6);
        double nuclear = Procrustes.of(expected).nuclear();
        assertEquals(nuclear, Procrustes.of(paired).nuclear(), 1e-6);
      }
    }
  }

  @Test
  void spacesWithoutVarianceAreRefusedByTheMeasure() {
    VectorPair pair = new VectorPair(Vectors.of(new float[20], 10, 2), Data.gaussian(10, 3, 1));
    try (Pairings pairings = new Pairings(pair)) {
      PairMoments paired = pairings.paired(order(10, 3));
      InputException refused = assertThrows(InputException.class, () -> Cka.biased(paired));
      assertEquals(
          "all 10 rows of A are equal; a space without variance is like nothing: give rows that"
              + " differ",
          refused.getMessage());
    }
  }

  @Test
  void aBrokenNumberIsRefused() {
    Vectors broken = Vectors.of(new float[][] {{1}, {2}, {Float.NaN}, {4}});
    InputException refused =
        assertThrows(
            InputException.class,
            () -> new Pairings(new VectorPair(Data.gaussian(4, 2, 1), broken)));
    assertEquals(
        "row 2, column 0 of B: is NaN; mend the value, or leave the row out of both spaces",
        refused.getMessage());
  }
}
