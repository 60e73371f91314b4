package dev.grassmann.dictionaries.train;

import dev.grassmann.engine.RowRanges;
import dev.grassmann.engine.kernel.Kernel;
import dev.grassmann.engine.train.ArrayParameter;

/** What keeps the rows of a matrix at norm 1 while they are learnt. */
public final class UnitRows {
  private static final Kernel KERNEL = Kernel.best();
  private static final int ROWS = 256;

  /** Sums of squares between these are safe in float32. */
  private static final float TINY = 1e-20f;

  private static final float HUGE = 1e20f;

  private UnitRows() {}

  /**
   * Takes out of each row's gradient the part along the row, which would only change its norm: g -=
   * ⟨g, w⟩ w, for rows of norm 1.
   */
  public static void removeParallel(ArrayParameter rows) {
    int n = (int) rows.shape()[0];
    int d = (int) rows.shape()[1];
    RowRanges.forEach(
        n,
        ROWS,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            float along = KERNEL.dot(rows.gradient(), i * d, rows.values(), i * d, d);
            KERNEL.axpy(-along, rows.values(), i * d, rows.gradient(), i * d, d);
          }
        });
  }

  /** Gives every row norm 1; a row of zeros stays. */
  public static void normalise(float[] values, int n, int d) {
    scale(values, n, d, false);
  }

  /** Gives every row of a norm above 1 norm 1. */
  public static void intoUnitBall(float[] values, int n, int d) {
    scale(values, n, d, true);
  }

  private static void scale(float[] values, int n, int d, boolean onlyLong) {
    RowRanges.forEach(
        n,
        ROWS,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            double square = KERNEL.dot(values, i * d, values, i * d, d);
            if (!(square > TINY && square < HUGE)) {
              square = precise(values, i * d, d);
            }
            if (square > 0 && !(onlyLong && square <= 1)) {
              float shrink = (float) (1 / Math.sqrt(square));
              for (int c = i * d; c < (i + 1) * d; c++) {
                values[c] *= shrink;
              }
            }
          }
        });
  }

  /** The sum of squares where float32 would lose it. */
  private static double precise(float[] values, int at, int d) {
    double square = 0;
    for (int c = at; c < at + d; c++) {
      square += (double) values[c] * values[c];
    }
    return square;
  }
}
