package dev.grassmann.compare.convergent;

import dev.grassmann.core.data.VectorPair;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Rows drawn at random, the same of both spaces. */
final class Sample {
  private Sample() {}

  /** At most {@code limit} rows in their order, all of them where there are no more. */
  static VectorPair of(VectorPair pair, int limit, SplittableRandom random) {
    int n = pair.a().n();
    if (n <= limit) {
      return pair;
    }
    int[] drawn = Arrays.copyOf(order(n, random), limit);
    Arrays.sort(drawn); // as they lie in the file
    return new VectorPair(pair.a().rows(drawn), pair.b().rows(drawn));
  }

  /** The numbers 0 to n - 1 in random order (Fisher, Yates). */
  static int[] order(int n, SplittableRandom random) {
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}
