package dev.grassmann.compare.measures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.compare.Data;
import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Vectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcrustesTest {
  /** Figures: make_measures.py beside measures.json. */
  @ParameterizedTest
  @ValueSource(strings = {"small", "moreColumnsThanRows", "unrelated", "rectified"})
  void agreesWithTheSingularValuesOfTheWholeMatrices(String name) {
    JsonNode truth = Data.fixture(name);
    Procrustes procrustes =
        Procrustes.of(PairMoments.of(Data.vectors(truth.get("x")), Data.vectors(truth.get("y"))));
    double nuclear = truth.get("nuclear").asDouble();
    assertEquals(nuclear, procrustes.nuclear(), 1e-12);
    assertEquals(2 - 2 * nuclear, procrustes.squaredDistance(), 1e-12);
    assertEquals(Math.acos(nuclear), procrustes.angular(), 1e-11);
  }

  @Test
  void aRotatedShiftedScaledCopyHasNoDistance() {
    Vectors a = Data.gaussian(200, 15, 1);
    Vectors b = Data.each(Data.times(a, Data.rotation(15, 2)), (x, column) -> 0.5f * x - column);
    Procrustes procrustes = Procrustes.of(PairMoments.of(a, b));
    assertEquals(1, procrustes.nuclear(), 1e-9);
    assertEquals(0, procrustes.distance(), 5e-5);
    assertTrue(procrustes.nuclear() <= 1 && procrustes.squaredDistance() >= 0);
  }

  /** A square and its two axes scaled by 3 and 1: singular values 3/√20 and 1/√20, by hand. */
  @Test
  void aStretchedSquareIsAsFarAsByHand() {
    Vectors square = Vectors.of(new float[][] {{1, 1}, {1, -1}, {-1, 1}, {-1, -1}});
    Vectors stretched = Data.each(square, (x, column) -> column == 0 ? 3 * x : x);
    Procrustes procrustes = Procrustes.of(PairMoments.of(square, stretched));
    assertEquals(4 / Math.sqrt(20), procrustes.nuclear(), 1e-14);
  }

  @Test
  void columnsOfZerosAddNothing() {
    Vectors a = Data.gaussian(40, 3, 3);
    Vectors b = Data.gaussian(40, 2, 4);
    float[][] padded = new float[40][3];
    for (int i = 0; i < 40; i++) {
      b.slice(i, i + 1).copyRows(0, 1, padded[i], 0);
    }
    assertEquals(
        Procrustes.of(PairMoments.of(a, b)).nuclear(),
        Procrustes.of(PairMoments.of(a, Vectors.of(padded))).nuclear(),
        1e-14);
  }

  @Test
  void itIsAMetricOnShapes() {
    Vectors a = Data.gaussian(50, 4, 5);
    Vectors b = Data.gaussian(50, 4, 6);
    Vectors c = Data.gaussian(50, 4, 7);
    double ab = Procrustes.of(PairMoments.of(a, b)).angular();
    double ba = Procrustes.of(PairMoments.of(b, a)).angular();
    double bc = Procrustes.of(PairMoments.of(b, c)).angular();
    double ac = Procrustes.of(PairMoments.of(a, c)).angular();
    assertEquals(ab, ba, 1e-12);
    assertTrue(ac <= ab + bc && ab <= ac + bc && bc <= ab + ac);
  }

  @Test
  void aSpaceWithoutVarianceIsRefused() {
    Vectors zero = Vectors.of(new float[12], 6, 2);
    PairMoments moments = PairMoments.of(zero, Data.gaussian(6, 2, 1));
    InputException refused = assertThrows(InputException.class, () -> Procrustes.of(moments));
    assertEquals(
        "all 6 rows of A are equal; a space without variance is like nothing: give rows that differ",
        refused.getMessage());
  }
}
