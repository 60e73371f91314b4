package dev.grassmann.core.io;

import dev.grassmann.core.InputException;
import java.util.Arrays;
import java.util.Random;

/**
 * Decides, as rows pass by, which are kept and in which slot: every s-th, and of these a uniform
 * reservoir of given size (Li 1994, algorithm L, which skips ahead instead of drawing for each
 * row). DuckDB's own reservoir is not used: it repeats itself only on one thread, and it loses the
 * order of the rows.
 */
final class RowChoice {
  private final int everyNth;
  private final int size;
  private final Random random;
  private long passed; // rows of the file
  private long candidates; // rows left by everyNth
  private long[] source = {}; // candidate number that lies in each slot, for a reservoir only
  private long next; // candidate that will replace one in a full reservoir
  private double weight = 1;
  private int kept;
  private int[] picks = {};
  private int[] slots = {};

  RowChoice(TableRead read) {
    this.everyNth = read.everyNth();
    this.size = read.sample();
    this.random = new Random(read.seed());
  }

  /**
   * Lets a block of rows pass.
   *
   * @return how many of them are kept; {@link #pick} and {@link #slot} say which
   */
  int pass(int rows) {
    if (picks.length < rows) {
      picks = new int[rows];
      slots = new int[rows];
    }
    int count = 0;
    long first = (everyNth - passed % everyNth) % everyNth;
    for (long row = first; row < rows; row += everyNth) {
      int slot = slotOf(candidates++);
      if (slot >= 0) {
        picks[count] = (int) row;
        slots[count++] = slot;
      }
    }
    passed += rows;
    return count;
  }

  /** Row within the block of the i-th one kept. */
  int pick(int i) {
    return picks[i];
  }

  /** Where the i-th row kept goes; what lay there before is forgotten. */
  int slot(int i) {
    return slots[i];
  }

  /** Rows kept so far. */
  int kept() {
    return kept;
  }

  /** Slots in file order; empty where slots already are. */
  int[] order() {
    if (candidates <= size || size == 0) {
      return new int[0];
    }
    long[] sorted = source.clone();
    Arrays.sort(sorted);
    int[] order = new int[size];
    for (int slot = 0; slot < size; slot++) {
      order[Arrays.binarySearch(sorted, source[slot])] = slot;
    }
    return order;
  }

  private int slotOf(long candidate) {
    if (size == 0 || candidate < size) {
      if (kept == Integer.MAX_VALUE - 8) { // an array holds no more
        throw new InputException(
            "the table has more than 2,147,483,639 rows",
            "",
            "read every s-th row, or a sample of them");
      }
      if (size > 0) {
        remember(kept, candidate);
        if (kept == size - 1) {
          next = candidate;
          skip();
        }
      }
      return kept++;
    }
    if (candidate != next) {
      return -1;
    }
    int slot = random.nextInt(size);
    source[slot] = candidate;
    skip();
    return slot;
  }

  private void remember(int slot, long candidate) {
    if (slot == source.length) {
      source = Arrays.copyOf(source, (int) Math.min(size, Math.max(1024L, 2L * slot)));
    }
    source[slot] = candidate;
  }

  private void skip() {
    weight *= Math.exp(Math.log(1 - random.nextDouble()) / size);
    // weight reaches 0 after some 1e15 candidates; the cast then saturates, and nothing follows
    next += 1 + (long) Math.floor(Math.log(1 - random.nextDouble()) / Math.log1p(-weight));
  }
}
