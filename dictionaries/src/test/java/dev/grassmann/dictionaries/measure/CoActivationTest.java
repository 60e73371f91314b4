package dev.grassmann.dictionaries.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.result.SparseCodes;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CoActivationTest {
  /** Latents 0 and 3 always together, 1 in half of their rows and elsewhere, 2 alone. */
  private static SparseCodes codes() {
    SparseCodes.Builder codes = SparseCodes.builder(4);
    for (int row = 0; row < 12; row++) {
      if (row < 4) {
        codes.add(0, 1).add(3, 2);
      }
      if (row >= 2 && row < 6) {
        codes.add(1, 1);
      }
      if (row >= 6) {
        codes.add(2, 1);
      }
      codes.endRow();
    }
    return codes.build();
  }

  @Test
  void pairsAreCountedWithTheRowsOfBothAndOfEither() {
    CoActivation found = CoActivation.of(codes());
    assertEquals(12, found.rows());
    assertEquals(
        List.of(
            new CoActivation.Pair(0, 3, 4, 1, 4 * 12 / 16.0),
            new CoActivation.Pair(0, 1, 2, 2 / 6.0, 2 * 12 / 16.0),
            new CoActivation.Pair(1, 3, 2, 2 / 6.0, 2 * 12 / 16.0)),
        found.pairs());
    assertTrue(
        found.csv().startsWith("first,second,rows_of_both,jaccard,lift\n0,3,4,1.000000,3.0000\n"),
        found.csv());
  }

  @Test
  void partnersStandSideBySideInTheMap() {
    SparseCodes.Builder codes = SparseCodes.builder(4);
    for (int row = 0; row < 8; row++) {
      int half = row / 4; // latents 0 and 2, or 1 and 3, and once all of them
      codes.add(half, 1).add(half + 2, 1);
      if (row == 0 || row == 1) {
        codes.add(1, 1).add(3, 1);
      }
      codes.endRow();
    }
    assertEquals(List.of(0, 2, 1, 3), CoActivation.of(codes.build()).order(4));
  }

  @Test
  void thePointsOfTheFrontAreThoseThatNothingBeats() {
    double[] l0 = {1, 2, 2, 4, 5, 5, Double.NaN};
    double[] fvu = {0.9, 0.5, 0.6, 0.5, 0.1, 0.1, 0.01};
    assertArrayEquals(
        new boolean[] {true, true, false, false, true, true, false}, ParetoFront.of(l0, fvu));
  }
}
