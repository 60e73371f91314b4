package dev.grassmann.compare.units;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.compare.Data;
import dev.grassmann.core.InputException;
import dev.grassmann.core.data.VectorPair;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnitsTest {
  private static final UnitsConfig PLAIN = UnitsConfig.DEFAULTS.with("null", 0);

  private static UnitComparison compare(Vectors a, Vectors b, UnitsConfig config) {
    return new Units().run(new VectorPair(a, b), config, Run.local());
  }

  @Test
  void columnsInAnotherOrderFindEachOther() {
    Vectors a = Data.gaussian(500, 5, 1);
    float[] turned = new float[500 * 5];
    for (int i = 0; i < turned.length; i++) {
      turned[i] = 3 * a.toArray()[i / 5 * 5 + (i % 5 + 2) % 5] + 7;
    }
    Matching matching = compare(a, Vectors.of(turned, 500, 5), PLAIN).matching().orElseThrow();
    assertArrayEquals(new int[] {3, 4, 0, 1, 2}, matching.bipartite());
    assertEquals(1, matching.bipartiteMean(), 1e-6);
    assertEquals(1, matching.overlap());
  }

  @Test
  void anOppositeUnitIsAPartnerOnlyWhereAskedFor() {
    Vectors a = Data.gaussian(500, 2, 1);
    Vectors b = Data.each(a, (x, column) -> column == 0 ? -x : x);
    UnitsConfig match = PLAIN.with("steps", "match");
    assertEquals(0, compare(a, b, match).matching().orElseThrow().greedyMean(), 0.6);
    assertEquals(
        1, compare(a, b, match.with("absolute", true)).matching().orElseThrow().greedyMean(), 1e-6);
  }

  @Test
  void aCurveIsSeenByInformationAndNotByCorrelation() {
    Vectors a = Data.gaussian(4_000, 3, 1);
    Vectors b = Data.each(a, (x, column) -> x * x);
    UnitsConfig byInformation = PLAIN.with("steps", "match").with("score", "mi");
    assertArrayEquals(
        new int[] {0, 1, 2}, compare(a, b, byInformation).matching().orElseThrow().bipartite());
    assertTrue(compare(a, b, byInformation).matching().orElseThrow().bipartiteMean() > 0.5);
  }

  @Test
  void aConstantUnitIsLeftOutAndNamed() {
    Vectors a = Data.each(Data.gaussian(100, 3, 1), (x, column) -> column == 1 ? 2 : x);
    Run run = Run.local();
    UnitComparison result =
        new Units().run(new VectorPair(a, Data.gaussian(100, 3, 2)), PLAIN, run);
    assertEquals(List.of(1), result.deadA());
    assertArrayEquals(new int[] {0, 2}, result.unitsA());
    assertTrue(run.warnings().contains("unit 1 of A is constant and was left out"));
  }

  @Test
  void aSumOfTwoUnitsIsPredictedFromThemAlone() {
    Vectors a = Data.gaussian(2_000, 6, 1);
    float[] sums = new float[2_000];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = a.toArray()[i * 6 + 1] - a.toArray()[i * 6 + 4];
    }
    SparsePrediction few =
        compare(a, Vectors.of(sums, 2_000, 1), PLAIN.with("steps", "sparse"))
            .prediction()
            .orElseThrow();
    SparsePrediction.Target target = few.targets().get(0);
    assertEquals(2, target.needed());
    assertEquals(2, target.above05());
    assertEquals(1, target.dense(), 1e-6);
    assertEquals(1, target.r2(), 0.01);
  }

  @Test
  void rowsOfOneImageStayTogether() {
    int[] order = new RowBlocks(12, 3).shuffled(Run.local().random("test"));
    for (int i = 0; i < order.length; i += 3) {
      assertEquals(0, order[i] % 3);
      assertEquals(order[i] + 1, order[i + 1]);
      assertEquals(order[i] + 2, order[i + 2]);
    }
  }

  @Test
  void cyclesPutPartnersOnTheDiagonal() {
    double[][] scores = {{0, 1, 0}, {0, 0, 1}, {1, 0, 0}};
    Matching matching = Matching.of(scores);
    int[] order = matching.cycleOrder();
    assertArrayEquals(new int[] {0, 1, 2}, order);
    assertArrayEquals(new int[] {1, 2, 0}, matching.partnersOf(order, 3));
  }

  @Test
  void refusals() {
    assertRefused(
        "7 samples are too few; give at least 8: correlations of fewer say nothing",
        Data.gaussian(7, 2, 1),
        PLAIN);
    assertRefused(
        "--block: 100 rows are not whole blocks of 3; give the number of rows that each sample has",
        Data.gaussian(100, 2, 1),
        PLAIN.with("block", 3));
    assertRefused(
        "every unit of A is constant; a constant unit is like nothing",
        Data.each(Data.gaussian(100, 2, 1), (x, column) -> 1),
        PLAIN.with("steps", "match"));
    float[] broken = Data.gaussian(100, 2, 1).toArray();
    broken[2 * 57 + 1] = Float.NaN;
    assertRefused(
        "A row 57 column 1: a number is NaN; fill it or leave the row out (rows and columns are"
            + " counted from 0)",
        Vectors.of(broken, 100, 2),
        PLAIN);
  }

  private static void assertRefused(String message, Vectors a, UnitsConfig config) {
    Vectors b = Data.gaussian(a.n(), 2, 2);
    assertEquals(
        message, assertThrows(InputException.class, () -> compare(a, b, config)).getMessage());
  }
}
