package dev.grassmann.tables.dsir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.InputException;
import dev.grassmann.core.run.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class DrawTest {
  private static TextWeights weights(double... logs) {
    int[] lengths = new int[logs.length];
    Arrays.fill(lengths, 200);
    return new TextWeights(logs, lengths);
  }

  private static List<Integer> draw(TextWeights weights, Draw.Rules rules, long seed) {
    int n = weights.logs().length;
    DocumentSet chosen = Draw.draw(weights::open, n, rules, Run.seeded(seed));
    return IntStream.range(0, n).filter(chosen::has).boxed().toList();
  }

  private static Draw.Rules rules(boolean noise, long... k) {
    Draw.Order order = noise ? Draw.Order.GUMBEL : Draw.Order.LARGEST;
    return new Draw.Rules(Arrays.stream(k).boxed().toList(), order, 100, 1);
  }

  @Test
  void takesTheLargestWeightsWithoutNoise() {
    assertEquals(List.of(1, 4), draw(weights(-3, 9, 2, -700, 5), rules(false, 2), 0));
  }

  @Test
  void takesTheFirstOfEqualWeights() {
    assertEquals(List.of(0, 1, 3), draw(weights(1, 1, 0, 2, 1, 1), rules(false, 3), 0));
  }

  @Test
  void mayTakeAllThatAreLongEnough() {
    TextWeights weights = new TextWeights(new double[] {1, 2, 3}, new int[] {100, 99, 250});
    assertEquals(List.of(0, 2), draw(weights, rules(true, 2), 0));
  }

  @Test
  void refusesToTakeMoreThanAreLongEnough() {
    TextWeights weights = new TextWeights(new double[] {1, 2, 3}, new int[] {100, 99, -1});
    InputException refusal =
        assertThrows(InputException.class, () -> draw(weights, rules(true, 2), 0));
    assertEquals(
        "--k: asked for 2 documents, only 1 of 3 have 100 tokens or more;"
            + " ask for fewer, or lower --min-length",
        refusal.getMessage());
  }

  @Test
  void aDocumentThatCouldNotBeReadIsNeverDrawn() {
    TextWeights weights =
        new TextWeights(new double[] {1, Double.NEGATIVE_INFINITY, 3}, new int[] {5, -1, 5});
    Draw.Rules all = new Draw.Rules(List.of(2L), Draw.Order.GUMBEL, 0, 1);
    assertEquals(List.of(0, 2), draw(weights, all, 0));
  }

  @Test
  void theSameSeedDrawsTheSameAndAnotherDoesNot() {
    TextWeights even = weights(new double[1_000]);
    List<Integer> first = draw(even, rules(true, 100), 7);
    assertEquals(first, draw(even, rules(true, 100), 7));
    assertNotEquals(first, draw(even, rules(true, 100), 8));
  }

  @Test
  void laterTargetsGetWhatEarlierOnesLeft() {
    TextWeights weights = weights(1, 2, 3, 4, 5, 6);
    DocumentSet chosen =
        Draw.draw(() -> new TwoTargets(weights.open()), 6, rules(false, 2, 2), Run.local());
    assertEquals(4, chosen.size());
    assertTrue(chosen.has(5) && chosen.has(4) && chosen.has(3) && chosen.has(2));
    assertFalse(chosen.has(0) || chosen.has(1));
  }

  /** Both targets want the same. */
  private record TwoTargets(WeightReader of) implements WeightReader {
    @Override
    public boolean next() {
      return of.next();
    }

    @Override
    public long document() {
      return of.document();
    }

    @Override
    public int targets() {
      return 2;
    }

    @Override
    public double logWeight(int target) {
      return of.logWeight(0);
    }

    @Override
    public int length() {
      return of.length();
    }

    @Override
    public void close() {
      of.close();
    }
  }

  @Property(tries = 60)
  void findsTheCutOfManyKeysAsSortingDoes(
      @ForAll @IntRange(min = 1, max = 500) int n,
      @ForAll long seed,
      @ForAll @IntRange(min = 0, max = 3) int spread) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] keys = new double[n];
    for (int i = 0; i < n; i++) {
      double scale = spread == 0 ? 0 : spread == 1 ? 1e-300 : spread == 2 ? 1 : 1e300;
      keys[i] = Math.rint((random.nextDouble() - 0.5) * 20) * scale;
    }
    int k = 1 + random.nextInt(n);
    double[] sorted = keys.clone();
    Arrays.sort(sorted);
    double expected = sorted[n - k];
    long above = Arrays.stream(keys).filter(key -> key > expected).count();
    List<LargestKeys.Cut> cuts = new ArrayList<>();
    for (long most : new long[] {n, 1L << 40}) { // by sorting, and by counting digits
      cuts.add(LargestKeys.kth(k, most, taker -> Arrays.stream(keys).forEach(taker)));
    }
    for (LargestKeys.Cut cut : cuts) {
      assertEquals(expected + 0.0, cut.key());
      assertEquals(k - above, cut.equal());
    }
  }

  @Test
  void sharesAreRoundedDownAndTheLastTargetGetsTheRest() {
    assertEquals(List.of(3L, 3L, 4L), Shares.of(10, List.of(1.0, 1.0, 1.0), List.of(5L, 5L, 5L)));
    assertEquals(List.of(2L, 8L), Shares.of(10, List.of(), List.of(100L, 300L)));
  }

  @Test
  void refusesSharesThatCannotBe() {
    assertEquals(
        "--shares: 1 shares for 2 targets; give one number for each target, or none",
        assertThrows(InputException.class, () -> Shares.of(10, List.of(1.0), List.of(1L, 1L)))
            .getMessage());
    assertEquals(
        "--shares: shares [0.0, 0.0] have no positive sum; give numbers of 0 or more, not all 0",
        assertThrows(InputException.class, () -> Shares.of(10, List.of(0.0, 0.0), List.of(1L, 1L)))
            .getMessage());
  }

  @Test
  void noiseIsStandardGumbel() {
    GumbelKeys keys = GumbelKeys.of(Run.seeded(3), 0);
    double mean = 0;
    double below = 0;
    int n = 200_000;
    for (int i = 0; i < n; i++) {
      double g = keys.noise(i);
      mean += g / n;
      below += g <= 0 ? 1.0 / n : 0;
    }
    assertEquals(0.577216, mean, 4 * 1.2825 / Math.sqrt(n)); // Euler's constant; sd pi / sqrt 6
    assertEquals(Math.exp(-1), below, 4 * Math.sqrt(0.2325 / n)); // exp(-exp(0))
  }
}
