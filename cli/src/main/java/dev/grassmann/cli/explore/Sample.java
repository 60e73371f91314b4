package dev.grassmann.cli.explore;

import dev.grassmann.core.data.Vectors;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Rows drawn at random. */
final class Sample {
  private Sample() {}

  /** Numbers of {@code count} different rows of n, ascending; all of them where n is no larger. */
  static int[] of(int n, int count, SplittableRandom random) {
    int[] order = new int[n];
    Arrays.setAll(order, i -> i);
    if (count >= n) {
      return order;
    }
    for (int i = 0; i < count; i++) { // Fisher and Yates, as far as needed
      int j = random.nextInt(i, n);
      int held = order[i];
      order[i] = order[j];
      order[j] = held;
    }
    int[] drawn = Arrays.copyOf(order, count);
    Arrays.sort(drawn);
    return drawn;
  }

  static Vectors of(Vectors vectors, int count, SplittableRandom random) {
    return count >= vectors.n() ? vectors : vectors.rows(of(vectors.n(), count, random));
  }
}
