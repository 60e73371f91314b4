package dev.grassmann.tables;

import dev.grassmann.core.run.Permutation;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Rows dealt into folds for cross-validation; each row is in one fold. Immutable. */
public final class Folds {
  private final int[] fold;
  private final int count;

  private Folds(int[] fold, int count) {
    this.fold = fold;
    this.count = count;
  }

  /**
   * Deals rows at random. Where the outcomes are classes, each class is dealt evenly (its share in
   * any two folds differs by one row at most).
   *
   * @param count number of folds, 2 to the number of rows
   */
  public static Folds deal(Outcomes outcomes, int count, RandomGenerator random) {
    int rows = outcomes.rows();
    if (count < 2 || count > rows) {
      throw new IllegalArgumentException(count + " folds of " + rows + " rows");
    }
    int[] order = Permutation.fromTheEnd(rows, random);
    int[] fold = new int[rows];
    int next = 0;
    int classes = outcomes instanceof Outcomes.Classes c ? c.classes().size() : 1;
    for (int k = 0; k < classes; k++) {
      for (int row : order) {
        if (!(outcomes instanceof Outcomes.Classes c) || c.codes()[row] == k) {
          fold[row] = next++ % count;
        }
      }
    }
    return new Folds(fold, count);
  }

  public int count() {
    return count;
  }

  /** Rows of a fold, ascending. */
  public int[] validation(int number) {
    return rows(number, true);
  }

  /** Rows of all other folds, ascending. */
  public int[] training(int number) {
    return rows(number, false);
  }

  private int[] rows(int number, boolean inside) {
    return IntStream.range(0, fold.length).filter(row -> (fold[row] == number) == inside).toArray();
  }
}
