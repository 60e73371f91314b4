package dev.grassmann.compare.measures;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.grassmann.compare.Data;
import dev.grassmann.core.InputException;
import dev.grassmann.core.data.VectorPair;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.CancelledException;
import dev.grassmann.core.run.Run;
import org.junit.jupiter.api.Test;

class PairMomentsTest {
  @Test
  void meansAndScattersAreThoseOfTheRows() {
    Vectors a = Vectors.of(new float[][] {{1, 2}, {3, 2}, {5, 8}});
    Vectors b = Vectors.of(new float[][] {{1}, {0}, {-1}});
    PairMoments moments = PairMoments.of(a, b);
    assertEquals(3, moments.n());
    assertEquals(2, moments.p());
    assertEquals(1, moments.q());
    assertArrayEquals(new double[] {3, 4}, moments.meanA(), 1e-15);
    assertArrayEquals(new double[] {0}, moments.meanB(), 1e-15);
    assertArrayEquals(new double[] {8, 12, 12, 24}, moments.scatterAa(), 1e-13);
    assertArrayEquals(new double[] {-4, -6}, moments.scatterAb(), 1e-13);
    assertArrayEquals(new double[] {2}, moments.scatterBb(), 1e-13);
  }

  /** Parts with means far apart, one of a single row: sums up to the fourth order have to move. */
  @Test
  void partsMergeIntoTheWhole() {
    int[] from = {0, 1, 20, 57};
    Vectors a = drifting(Data.gaussian(100, 5, 1), 2);
    Vectors b = drifting(Data.gaussian(100, 3, 2), -1);
    PairMoments merged = null;
    for (int i = 0; i < from.length; i++) {
      int to = i + 1 < from.length ? from[i + 1] : 100;
      PairMoments part = PairMoments.of(a.slice(from[i], to), b.slice(from[i], to));
      merged = merged == null ? part : merged.merge(part);
    }
    assertSame(PairMoments.of(a, b), merged, 1e-12);
    assertEquals(WholeMatrices.unbiased(a, b).cka(), Cka.unbiased(merged), 1e-12);
  }

  @Test
  void mergingIsTheSameInEitherOrderAndChangesNeither() {
    Vectors a = drifting(Data.gaussian(60, 4, 3), 1);
    Vectors b = drifting(Data.gaussian(60, 6, 4), 3);
    PairMoments first = PairMoments.of(a.slice(0, 25), b.slice(0, 25));
    PairMoments second = PairMoments.of(a.slice(25, 60), b.slice(25, 60));
    double before = Cka.unbiased(first);
    assertSame(first.merge(second), second.merge(first), 1e-12);
    assertEquals(before, Cka.unbiased(first), 0);
    assertEquals(25, first.n());
  }

  /** More rows than a block holds, so that the loop over blocks takes part. */
  @Test
  void blocksAddUpToTheWhole() {
    int n = 70_001;
    Vectors a = drifting(Data.gaussian(n, 3, 5), 0.001f);
    Vectors b = drifting(Data.gaussian(n, 2, 6), 0.002f);
    PairMoments whole = PairMoments.of(a, b);
    PairMoments parts =
        PairMoments.of(a.slice(0, 123), b.slice(0, 123))
            .merge(PairMoments.of(a.slice(123, 40_000), b.slice(123, 40_000)))
            .merge(PairMoments.of(a.slice(40_000, n), b.slice(40_000, n)));
    assertSame(whole, parts, 1e-11);
  }

  @Test
  void aBrokenNumberIsRefusedWithItsPlace() {
    float[] numbers = Data.gaussian(1_200, 3, 9).toArray();
    numbers[1_017 * 3 + 2] = Float.NaN;
    Vectors broken = Vectors.of(numbers, 1_200, 3);
    Vectors whole = Data.gaussian(1_200, 2, 10);
    InputException refused =
        assertThrows(InputException.class, () -> PairMoments.of(broken, whole));
    assertEquals(
        "row 1,017, column 2 of A: is NaN; mend the value, or leave the row out of both spaces",
        refused.getMessage());
    numbers[1_017 * 3 + 2] = 0;
    numbers[0] = Float.NEGATIVE_INFINITY;
    Vectors infinite = Vectors.of(numbers, 1_200, 3);
    refused = assertThrows(InputException.class, () -> PairMoments.of(whole, infinite));
    assertEquals(
        "row 0, column 0 of B: is -Infinity; mend the value, or leave the row out of both spaces",
        refused.getMessage());
  }

  @Test
  void spacesOfDifferentSamplesAreRefused() {
    InputException refused =
        assertThrows(
            InputException.class,
            () -> PairMoments.of(Data.gaussian(1_000, 2, 1), Data.gaussian(990, 2, 1)));
    assertEquals(
        "A has 1,000 rows, B has 990; the same samples in the same order are needed",
        refused.getMessage());
  }

  @Test
  void momentsOfOtherSpacesAreNotMerged() {
    PairMoments one = PairMoments.of(Data.gaussian(5, 2, 1), Data.gaussian(5, 3, 2));
    PairMoments other = PairMoments.of(Data.gaussian(5, 3, 1), Data.gaussian(5, 2, 2));
    InputException refused = assertThrows(InputException.class, () -> one.merge(other));
    assertEquals(
        "moments of 2 and 3 columns cannot be merged with moments of 3 and 2;"
            + " merge parts of the same two spaces",
        refused.getMessage());
  }

  @Test
  void sumsThatDoNotFitIntoMemoryAreRefusedBeforeTheyAreMade() {
    InputException refused =
        assertThrows(
            InputException.class, () -> PairMoments.requireMemory(30_000, 10_000, 4_000_000_000L));
    assertEquals(
        "the products of 30,000 and 10,000 columns need 20.8 GB, the JVM may use 4.0 GB; reduce the"
            + " columns first, or give the JVM more memory (at most 46,340 columns fit)",
        refused.getMessage());
  }

  @Test
  void aCancelledRunStops() {
    Run run = Run.builder().cancelled(() -> true).build();
    VectorPair pair = new VectorPair(Data.gaussian(5, 2, 1), Data.gaussian(5, 2, 2));
    assertThrows(CancelledException.class, () -> PairMoments.of(pair, run));
  }

  /** Later rows lie further away. */
  private static Vectors drifting(Vectors vectors, float step) {
    float[] numbers = vectors.toArray();
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] += step * (i / vectors.d());
    }
    return Vectors.of(numbers, vectors.n(), vectors.d());
  }

  static void assertSame(PairMoments expected, PairMoments actual, double tolerance) {
    assertSame(expected.aa(), actual.aa(), tolerance);
    assertSame(expected.ab(), actual.ab(), tolerance);
    assertSame(expected.bb(), actual.bb(), tolerance);
  }

  /** Relative to what the sums would be if nothing in them cancelled. */
  private static void assertSame(JointMoments expected, JointMoments actual, double tolerance) {
    assertEquals(expected.n(), actual.n());
    double x = Math.sqrt(expected.squaresX() / expected.n());
    double y = Math.sqrt(expected.squaresY() / expected.n());
    double size = tolerance * expected.n();
    assertArrayEquals(expected.meanX(), actual.meanX(), tolerance * x);
    assertArrayEquals(expected.meanY(), actual.meanY(), tolerance * y);
    assertArrayEquals(expected.cross(), actual.cross(), size * x * y);
    assertArrayEquals(expected.xByY(), actual.xByY(), size * x * y * y);
    assertArrayEquals(expected.yByX(), actual.yByX(), size * x * x * y);
    assertEquals(expected.squaresX(), actual.squaresX(), size * x * x);
    assertEquals(expected.squaresY(), actual.squaresY(), size * y * y);
    assertEquals(expected.squares(), actual.squares(), size * x * x * y * y);
  }
}
