package dev.grassmann.core.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PermutationTest {
  @Property(tries = 100)
  void everyNumberHasOnePlace(@ForAll @IntRange(max = 50) int n, @ForAll long seed) {
    int[] sorted = IntStream.range(0, n).toArray();
    int[] one = Permutation.of(n, new SplittableRandom(seed));
    int[] other = Permutation.fromTheEnd(n, new SplittableRandom(seed));
    Arrays.sort(one);
    Arrays.sort(other);
    assertArrayEquals(sorted, one);
    assertArrayEquals(sorted, other);
  }

  /** 24 orders, 2,400 draws: one of them 5 standard deviations off 100 would be at 51 or 149. */
  @Test
  void everyOrderIsAsLikely() {
    everyOrderIsAsLikely(random -> Permutation.of(4, random));
    everyOrderIsAsLikely(random -> Permutation.fromTheEnd(4, random));
  }

  private static void everyOrderIsAsLikely(Function<SplittableRandom, int[]> drawn) {
    SplittableRandom random = new SplittableRandom(7);
    Map<String, Integer> count = new HashMap<>();
    for (int draw = 0; draw < 2_400; draw++) {
      count.merge(Arrays.toString(drawn.apply(random)), 1, Integer::sum);
    }
    assertEquals(24, count.size());
    count.forEach((order, times) -> assertEquals(100, times, 49, order));
  }
}
