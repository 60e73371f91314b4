package dev.grassmann.tables.outrank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.run.Permutation;
import dev.grassmann.core.run.Run;
import dev.grassmann.tables.outrank.OutRankConfig.NullModel;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures: the reference implementation, generator seeds 1, 2, 3 (make_outrank.py). */
class CorrectedMiTest {
  private static final int N = 1_000;
  private static final int[] A = new Lcg(1).draws(N);
  private static final int[] B = new Lcg(2).draws(N);
  private static final int[] C = new Lcg(3).draws(N);

  private static Codes column(String name) {
    int[] raw = new int[N];
    for (int i = 0; i < N; i++) {
      raw[i] =
          switch (name) {
            case "x10" -> A[i] % 10;
            case "xind" -> C[i] % 10;
            case "x500" -> B[i] % 500;
            case "xid" -> i;
            default -> (A[i] % 10 >= 5) ^ (B[i] % 100 < 10) ? 1 : 0;
          };
    }
    return Codes.dense(raw, N);
  }

  private static CorrectedMi kernel(int n) {
    return new CorrectedMi(
        CorrectedMi.cLogC(n), Nulls.of(NullModel.SHIFT, new int[] {n}, Run.local()));
  }

  private static double nats(Codes x, Codes y) {
    return kernel(x.rows()).nats(x, y, 0, new Scratch());
  }

  @Test
  void theGeneratorIsTheOneOfTheFigures() {
    int[] first = Arrays.stream(A).limit(8).map(a -> a % 10).toArray();
    assertEquals("[8, 8, 3, 5, 1, 7, 0, 9]", Arrays.toString(first));
    assertEquals(435, column("x500").values());
  }

  @ParameterizedTest
  @CsvSource({
    "x10, 0.34748048608024174, 0.34296365314773986, 0.3450853978081567, 0.22983724774725375",
    "xind, 0.01061817610409821, 0.0069850903671211315, 0.004872851802091014, NaN",
    "x500, 0.310542399, 0.006719018, 0.011866275, 0.006734925",
    "xid, 0.693019175, 0, 0, NaN",
    "y2, 0.693019175, 0.693019175, 0.693019175, 1"
  })
  void agreesWithTheReferenceInBothDirections(
      String name, double plain, double byFeature, double byLabel, double adjusted) {
    Codes x = column(name);
    Codes y = column("y2");
    double[] cLogC = CorrectedMi.cLogC(N);
    assertEquals(plain, PlainMi.nats(x, y, cLogC), 1e-9);
    assertEquals(byFeature, nats(x, y), 1e-9);
    assertEquals(byLabel, nats(y, x), 1e-9);
    if (!Double.isNaN(adjusted)) {
      assertEquals(adjusted, new AdjustedMi(cLogC).score(x, y), 1e-9);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 10, 100, 1_000, 5_000, 20_000})
  void givesNoiseOfAnyCardinalityNoCredit(int cardinality) {
    SplittableRandom random = new SplittableRandom(cardinality);
    Codes x = Codes.dense(random.ints(16_384, 0, cardinality).toArray(), cardinality);
    Codes y = Codes.dense(random.ints(16_384, 0, 2).toArray(), 2);
    assertEquals(0, nats(y, x), 0.015);
    assertEquals(0, nats(x, y), 0.015);
  }

  @Test
  void doesNotChangeWhenCodesAreRenamed() {
    SplittableRandom random = new SplittableRandom(7);
    int[] raw = random.ints(2_000, 0, 40).toArray();
    int[] other = Arrays.stream(raw).map(v -> (v + random.nextInt(9)) % 40).toArray();
    int[] names = Permutation.of(40, random);
    int[] renamed = Arrays.stream(raw).map(v -> names[v]).toArray();
    double expected = nats(Codes.dense(raw, 40), Codes.dense(other, 40));
    assertTrue(expected > 0.3, "the test needs a real score");
    assertEquals(expected, nats(Codes.dense(renamed, 40), Codes.dense(other, 40)), 1e-12);
  }

  @Test
  void aRenamedCopyCountsAsTheColumnItself() {
    Codes x = column("x10");
    Codes copy = Codes.dense(Arrays.stream(A).map(a -> 9 - a % 10).toArray(), 10);
    assertEquals(PlainMi.entropy(x, CorrectedMi.cLogC(N)), nats(x, copy), 1e-12);
  }

  @Test
  void equalSumsOfCodesAreNoEquality() {
    int[] up = new int[N];
    int[] down = new int[N];
    for (int i = 0; i < N; i++) {
      up[i] = A[i] % 2;
      down[i] = A[(i + 1) % N] % 2; // the same codes, one row on: equal sums, another column
    }
    double score = nats(Codes.dense(up, 2), Codes.dense(down, 2));
    double plain = PlainMi.nats(Codes.dense(up, 2), Codes.dense(down, 2), CorrectedMi.cLogC(N));
    assertTrue(Math.abs(score - plain) > 1e-6, "must be corrected");
  }

  @Test
  void valuesSeenOnceSayNothingOnTheConditioningSideOnly() {
    Codes id = column("xid");
    assertEquals(0, nats(id, column("y2")), 0);
    Codes two = Codes.dense(new int[] {0, 0, 1, 1}, 2);
    Codes four = Codes.dense(new int[] {0, 1, 2, 3}, 4);
    assertEquals(0, nats(two, four), 1e-15); // ln 2 in both halves, seen and shifted
  }

  @ParameterizedTest
  @CsvSource({"1,2", "2,2", "3,7", "17,1", "90,90", "500,3", "3,500", "999,999", "64,65"})
  void bothWaysOfCountingAgreeAtAnyShape(int valuesOfX, int valuesOfY) {
    for (int n : new int[] {2, 3, 63, 64, 65, 1_000}) {
      SplittableRandom random = new SplittableRandom(n + 31L * valuesOfX + valuesOfY);
      Codes x = Codes.dense(random.ints(n, 0, valuesOfX).toArray(), valuesOfX);
      Codes y = Codes.dense(random.ints(n, 0, valuesOfY).toArray(), valuesOfY);
      CorrectedMi kernel = kernel(n);
      int[] permutation = Permutation.of(n, random);
      Scratch scratch = new Scratch();
      for (int[] other : new int[][] {null, permutation}) {
        assertEquals(
            kernel.byTable(x, y, other, scratch), kernel.byValue(x, y, other, scratch), 1e-12);
      }
    }
  }

  @Test
  void theShiftWrapsAroundTheLastRow() {
    // x = 0 0 0 1, so value 0 looks 3 rows on: rows 3, 0, 1; y there is 2, 0, 1
    Codes x = Codes.dense(new int[] {0, 0, 0, 1}, 2);
    Codes y = Codes.dense(new int[] {0, 1, 1, 2}, 3);
    double seen = (Math.log(3) - 2.0 / 3 * Math.log(2)) * 3 / 4;
    double shifted = Math.log(3) * 3 / 4;
    assertEquals(shifted - seen, nats(x, y), 1e-12);
  }
}
