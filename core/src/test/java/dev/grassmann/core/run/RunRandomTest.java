package dev.grassmann.core.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RunRandomTest {
  private static long[] draws(long seed, String purpose, int count) {
    return Run.seeded(seed).random(purpose).longs(count).toArray();
  }

  @Test
  void oneSeedAndPurposeGiveOneStream() {
    assertArrayEquals(draws(5, "noise", 10), draws(5, "noise", 10));
  }

  /** Streams that are one stream some draws apart would share nearly all of their values. */
  @Test
  void streamsOfNeighbouringSeedsAndOfOtherPurposesShareNoValue() {
    Set<Long> seen = new HashSet<>();
    int drawn = 0;
    for (long seed = -3; seed <= 20; seed++) {
      for (String purpose : new String[] {"noise", "order", "noise 1", "noise 2"}) {
        for (long value : draws(seed, purpose, 100)) {
          seen.add(value);
          drawn++;
        }
      }
    }
    assertEquals(drawn, seen.size());
  }
}
