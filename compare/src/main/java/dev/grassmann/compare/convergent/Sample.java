package dev.grassmann.compare.convergent;

import dev.grassmann.core.data.VectorPair;
import dev.grassmann.core.run.Permutation;
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
    int[] drawn = Arrays.copyOf(Permutation.of(n, random), limit);
    Arrays.sort(drawn); // as they lie in the file
    return new VectorPair(pair.a().rows(drawn), pair.b().rows(drawn));
  }
}
