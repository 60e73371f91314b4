package dev.grassmann.compare.units;

import dev.grassmann.core.InputException;
import dev.grassmann.core.run.Permutation;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;

/** Rows that stay together: the positions of one image are not independent samples. */
record RowBlocks(int n, int block) {
  RowBlocks {
    if (n % block != 0) {
      throw new InputException(
          String.format(Locale.ROOT, "%,d rows are not whole blocks of %,d", n, block),
          "--block",
          "give the number of rows that each sample has");
    }
  }

  int blocks() {
    return n / block;
  }

  /** All rows, blocks in random order. */
  int[] shuffled(SplittableRandom random) {
    return rows(Permutation.of(blocks(), random));
  }

  /** Rows of so many blocks drawn at random, and the rows of all others; each in their order. */
  int[][] split(int count, SplittableRandom random) {
    int[] order = Permutation.of(blocks(), random);
    int[] some = Arrays.copyOf(order, count);
    int[] others = Arrays.copyOfRange(order, count, order.length);
    Arrays.sort(some);
    Arrays.sort(others);
    return new int[][] {rows(some), rows(others)};
  }

  private int[] rows(int[] order) {
    int[] rows = new int[order.length * block];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = order[i / block] * block + i % block;
    }
    return rows;
  }
}
