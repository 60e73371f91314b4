package dev.grassmann.clusters;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The points of a clustering in memory: n rows of d float64 numbers, as they are or scaled to
 * length 1. The one door where every method's input is checked.
 */
public final class Points {
  private final double[] rows;
  private final int n;
  private final int d;
  private final boolean unit;

  private Points(double[] rows, int n, int d, boolean unit) {
    this.rows = rows;
    this.n = n;
    this.d = d;
    this.unit = unit;
  }

  /**
   * Reads all vectors as they are.
   *
   * @throws InputException for a number that is NaN or infinite, naming its row and column; for
   *     fewer than 3 vectors; and for more numbers than one array holds
   */
  public static Points of(Vectors vectors) {
    return read(vectors, false);
  }

  /**
   * Points that are there as float64 rows already.
   *
   * @param rows n × d, row-major, finite; kept, so that nobody may write to it any more
   */
  public static Points ofRows(double[] rows, int n, int d) {
    requireSize(n, d);
    if (rows.length != (long) n * d) {
      throw new IllegalArgumentException(rows.length + " numbers for " + n + " x " + d);
    }
    return new Points(rows, n, d, false);
  }

  /**
   * Reads all vectors and scales each to length 1, in float64. Repeated vectors are warned of.
   *
   * @throws InputException for a number that is NaN or infinite, naming its row and column; for
   *     zero vectors, which lie in every subspace, with their count; for fewer than 3 vectors; and
   *     for more numbers than one array holds
   */
  public static Points unit(Vectors vectors, Run run) {
    Points points = read(vectors, true);
    points.warnOfRepeats(run);
    return points;
  }

  private static Points read(Vectors vectors, boolean unit) {
    int n = vectors.n();
    int d = vectors.d();
    requireSize(n, d);
    double[] rows = new double[n * d];
    float[] row = new float[d];
    int zeros = 0;
    int firstZero = -1;
    for (int i = 0; i < n; i++) {
      vectors.copyRow(i, row);
      double square = 0;
      for (int j = 0; j < d; j++) {
        if (!Float.isFinite(row[j])) {
          throw notFinite(vectors, i, j, row[j]);
        }
        square += (double) row[j] * row[j];
      }
      if (square == 0) {
        firstZero = zeros++ == 0 ? i : firstZero;
      }
      double length = unit ? Math.sqrt(square) : 1;
      for (int j = 0; j < d; j++) {
        rows[i * d + j] = row[j] / length;
      }
    }
    if (unit && zeros > 0) {
      throw new InputException(
          String.format(
              Locale.ROOT,
              zeros == 1 ? "%,d zero-norm sample, %s" : "%,d zero-norm samples, the first is %s",
              zeros,
              name(vectors, firstZero)),
          "",
          "a zero vector lies in every subspace: drop or offset " + (zeros == 1 ? "it" : "them"));
    }
    return new Points(rows, n, d, unit);
  }

  private static InputException notFinite(Vectors vectors, int row, int column, float value) {
    return new InputException(
        "the number in column " + column + " is " + value,
        name(vectors, row),
        "drop the row or fill the number (rows and columns count from 0)");
  }

  private static void requireSize(int n, int d) {
    if (n < 3) {
      throw new InputException(
          n == 1 ? "there is 1 point" : "there are " + n + " points",
          "",
          "give at least 3, or there is nothing to cluster");
    }
    if ((long) n * d > Integer.MAX_VALUE - 8) {
      throw new InputException(
          String.format(Locale.ROOT, "%,d points of dimension %,d are too many", n, d),
          "",
          String.format(
              Locale.ROOT,
              "reduce the dimension to at most %,d first, e.g. by principal components",
              (Integer.MAX_VALUE - 8) / n));
    }
  }

  private static String name(Vectors vectors, int row) {
    return "row " + row + vectors.ids().map(ids -> " ('" + ids.get(row) + "')").orElse("");
  }

  private void warnOfRepeats(Run run) {
    Map<Integer, Integer> seen = new HashMap<>(); // hash of a row to the first row that has it
    int repeats = 0;
    for (int i = 0; i < n; i++) {
      int hash = 1;
      for (int p = i * d; p < (i + 1) * d; p++) {
        hash = 31 * hash + Double.hashCode(rows[p]);
      }
      Integer earlier = seen.putIfAbsent(hash, i);
      if (earlier != null
          && Arrays.equals(rows, earlier * d, earlier * d + d, rows, i * d, i * d + d)) {
        repeats++;
      }
    }
    if (repeats > 0) {
      run.warn(
          String.format(
              Locale.ROOT,
              "%,d of %,d points repeat the direction of an earlier one; a repeated point is written"
                  + " by its twin alone",
              repeats,
              n));
    }
  }

  /** Whether every point was scaled to length 1. */
  public boolean isUnit() {
    return unit;
  }

  /** Number of points. */
  public int n() {
    return n;
  }

  /** Dimension of the space that they lie in. */
  public int d() {
    return d;
  }

  /**
   * All rows, n × d, row-major. The points' own array: kernels read it millions of times, and
   * nobody writes to it.
   */
  public double[] rows() {
    return rows;
  }

  /** Fills {@code target[0 .. d)} with point {@code i}. */
  public void copyRow(int i, double[] target) {
    System.arraycopy(rows, i * d, target, 0, d);
  }

  /** A copy of some rows, one after the other. */
  public double[] rows(int[] index) {
    double[] some = new double[Math.multiplyExact(index.length, d)];
    for (int r = 0; r < index.length; r++) {
      System.arraycopy(rows, index[r] * d, some, r * d, d);
    }
    return some;
  }

  /** The rows as float32 vectors. */
  public Vectors toVectors() {
    float[] narrow = new float[rows.length];
    for (int p = 0; p < narrow.length; p++) {
      narrow[p] = (float) rows[p];
    }
    return Vectors.of(narrow, n, d);
  }
}
