package dev.grassmann.tables.outrank;

import dev.grassmann.core.run.Permutation;
import dev.grassmann.core.run.Run;
import dev.grassmann.tables.outrank.OutRankConfig.NullModel;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

/**
 * Where a meaningless column of the same cardinality takes its y from. Shifted: the value v looks
 * as many rows further as it occurs. Permuted: every row looks at the row that one seeded
 * permutation of the batch gives it.
 */
final class Nulls {
  private final IntFunction<SplittableRandom> random; // null where rows are shifted
  private final int first;
  private final int[][] permutations;

  private Nulls(IntFunction<SplittableRandom> random, int first, int[][] permutations) {
    this.random = random;
    this.first = first;
    this.permutations = permutations;
  }

  static Nulls of(NullModel model, int[] batchRows, Run run) {
    return of(model, batchRows, 0, run);
  }

  /**
   * Of a part of a table.
   *
   * @param first number of the first batch of these rows
   */
  static Nulls of(NullModel model, int[] batchRows, int first, Run run) {
    if (model == NullModel.SHIFT) {
      return new Nulls(null, first, new int[0][]);
    }
    IntFunction<SplittableRandom> random = batch -> run.random("outrank null of batch " + batch);
    int[][] permutations = new int[batchRows.length][];
    for (int batch = 0; batch < batchRows.length; batch++) {
      permutations[batch] = Permutation.of(batchRows[batch], random.apply(first + batch));
    }
    return new Nulls(random, first, permutations);
  }

  boolean shifts() {
    return random == null;
  }

  /** The permutation of a batch that has been cut down to {@code rows}. */
  int[] permutation(int batch, int rows) {
    int[] whole = permutations[batch - first];
    return whole.length == rows ? whole : Permutation.of(rows, random.apply(batch));
  }
}
