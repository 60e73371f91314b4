package dev.grassmann.dictionaries.mpsae;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.result.SparseCodes;
import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What holds of every matching pursuit over unit atoms, whatever the data. */
class PursuitLawsTest {
  private record Case(Atoms atoms, float[] x, boolean gram) {
    static Case random(long seed, int p, int d, boolean gram) {
      SplittableRandom random = new SplittableRandom(seed);
      float[] rows = new float[p * d];
      for (int i = 0; i < rows.length; i++) {
        rows[i] = (float) random.nextGaussian();
      }
      float[] x = new float[d];
      for (int c = 0; c < d; c++) {
        x[c] = (float) (2 * random.nextGaussian());
      }
      return new Case(Pursue.unit(rows, p, d), x, gram);
    }

    Picks pursue(StopRule rule) {
      return Pursue.rows(atoms, x, 1, rule, gram);
    }

    double product(int atom, float[] r) {
      double sum = 0;
      for (int c = 0; c < r.length; c++) {
        sum += (double) atoms.rows()[atom * r.length + c] * r[c];
      }
      return sum;
    }
  }

  private static double square(float[] x) {
    double sum = 0;
    for (float v : x) {
      sum += (double) v * v;
    }
    return sum;
  }

  @Property(tries = 300, seed = "18")
  void theResidualIsOrthogonalToTheAtomJustPicked(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 40) int p,
      @ForAll @IntRange(min = 1, max = 20) int d,
      @ForAll @IntRange(min = 1, max = 30) int steps,
      @ForAll boolean gram) {
    Case given = Case.random(seed, p, d, gram);
    Picks picks = given.pursue(StopRule.picks(steps));
    assertEquals(steps, picks.count()[0]);
    assertEquals(
        0, given.product(picks.atom()[steps - 1], picks.residual()), 2e-5, "inner product");
  }

  @Property(tries = 300, seed = "18")
  void eachPickTakesItsSquaredCoefficientOffTheSquaredError(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 40) int p,
      @ForAll @IntRange(min = 1, max = 20) int d,
      @ForAll @IntRange(min = 1, max = 30) int steps,
      @ForAll boolean gram) {
    Case given = Case.random(seed, p, d, gram);
    Picks picks = given.pursue(StopRule.picks(steps));
    double expected = square(given.x());
    for (float v : picks.value()) {
      expected -= (double) v * v;
    }
    assertEquals(expected, square(picks.residual()), 2e-5 * square(given.x()));
  }

  @Property(tries = 300, seed = "18")
  void dataLessReconstructionIsTheResidual(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 40) int p,
      @ForAll @IntRange(min = 1, max = 20) int d,
      @ForAll @IntRange(min = 1, max = 30) int steps) {
    Case given = Case.random(seed, p, d, true);
    Picks picks = given.pursue(StopRule.picks(steps));
    SparseCodes codes = Pursue.codes(picks, p);
    assertTrue(codes.count(0) <= Math.min(steps, p), "an atom picked twice counts once");
    float[] left = given.x().clone();
    for (int e = 0; e < codes.entries(); e++) {
      for (int c = 0; c < d; c++) {
        left[c] -= codes.value(e) * given.atoms().rows()[codes.latent(e) * d + c];
      }
    }
    for (int c = 0; c < d; c++) {
      assertEquals(picks.residual()[c], left[c], 1e-5 * Math.sqrt(square(given.x())));
    }
  }

  @Property(tries = 200, seed = "18")
  void theGramUpdateAndTheDirectProductsPickTheSame(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 70) int p,
      @ForAll @IntRange(min = 2, max = 20) int d,
      @ForAll @IntRange(min = 1, max = 12) int steps) {
    Picks updated = Case.random(seed, p, d, true).pursue(StopRule.picks(steps));
    Picks direct = Case.random(seed, p, d, false).pursue(StopRule.picks(steps));
    // with many more atoms than dimensions a late pick may be a draw to the seventh digit
    int same = Arrays.mismatch(updated.atom(), direct.atom());
    if (same < 0) {
      assertArrayEquals(updated.value(), direct.value(), 2e-5f);
    } else {
      assertEquals(updated.value()[same], direct.value()[same], 2e-5f, "pick " + same);
    }
  }

  @Property(tries = 200, seed = "18")
  void theFirstPickHasTheLargestSignedProduct(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 40) int p,
      @ForAll @IntRange(min = 1, max = 20) int d) {
    Case given = Case.random(seed, p, d, true);
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < p; i++) {
      largest = Math.max(largest, given.product(i, given.x()));
    }
    assertEquals(largest, given.pursue(StopRule.picks(1)).value()[0], 1e-5);
  }

  @Property(tries = 300, seed = "18")
  void withATolerancePursuitEndsBelowItOrAtARepeatedAtomOrAtTheCap(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 40) int p,
      @ForAll @IntRange(min = 1, max = 20) int d,
      @ForAll @IntRange(min = 1, max = 30) int cap,
      @ForAll @DoubleRange(min = 0.01, max = 3) double tolerance) {
    Picks picks = Case.random(seed, p, d, true).pursue(new StopRule(cap, tolerance, false));
    int count = picks.count()[0];
    boolean below = Math.sqrt(square(picks.residual())) < tolerance;
    boolean repeated =
        count > 1
            && Arrays.stream(picks.atom(), 0, count - 1)
                .anyMatch(a -> a == picks.atom()[count - 1]);
    assertTrue(below || repeated || count == cap);
    long distinctBefore = Arrays.stream(picks.atom(), 0, Math.max(0, count - 1)).distinct().count();
    assertEquals(Math.max(0, count - 1), distinctBefore, "no repeat before the last pick");
  }

  @Property(tries = 200, seed = "18")
  void rectifiedCoefficientsAreNeverBelowZero(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 5) int p,
      @ForAll @IntRange(min = 2, max = 20) int d) {
    Picks picks = Case.random(seed, p, d, true).pursue(new StopRule(20, 0, true));
    for (int t = 0; t < picks.count()[0]; t++) {
      assertTrue(picks.value()[t] > 0);
    }
  }

  @Property(tries = 50, seed = "18")
  void manyPicksLeaveNoAtomPositivelyAligned(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int p) {
    Case given = Case.random(seed, p, 8, true);
    Picks picks = given.pursue(StopRule.picks(3000));
    for (int i = 0; i < p; i++) {
      assertEquals(0, Math.max(0, given.product(i, picks.residual())), 1e-3, "atom " + i);
    }
  }

  @Property(tries = 50, seed = "18")
  void manyPicksReachTheProjectionOnTheSpanWhereEachAtomHasItsOpposite(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int pairs) {
    Case half = Case.random(seed, pairs, 8, false);
    float[] both = Arrays.copyOf(half.atoms().rows(), 2 * pairs * 8);
    for (int i = 0; i < pairs * 8; i++) {
      both[pairs * 8 + i] = -both[i];
    }
    Case given = new Case(new Atoms(both, 2 * pairs, 8), half.x(), true);
    Picks picks = given.pursue(StopRule.picks(3000));
    for (int i = 0; i < pairs; i++) {
      assertEquals(0, given.product(i, picks.residual()), 1e-3, "atom " + i);
    }
  }
}
