package dev.grassmann.engine.manifold;

import dev.grassmann.core.InputException;
import dev.grassmann.engine.linalg.Qr;
import java.util.Arrays;
import java.util.Locale;

/**
 * Plücker coordinates of the p-dimensional subspaces of R^n: p_I = det X_I for the sorted sets I of
 * p rows, in lexicographic order. Another basis multiplies all of them by one number; here they
 * have length 1, and the first that is not zero is positive.
 *
 * @param n dimension of the space
 * @param p dimension of the subspaces, 1 to n
 */
public record Pluecker(int n, int p) {
  private static final int MOST = 1_000_000;
  private static final double ZERO = 1e-12;

  /**
   * @throws InputException where p is not between 1 and n, or there would be over a million
   *     coordinates
   */
  public Pluecker {
    new Grassmann(n, p);
    double count = Math.rint(approximateBinomial(n, p));
    if (count > MOST) {
      throw new InputException(
          String.format(
              Locale.ROOT,
              "Pluecker coordinates of Gr(%d,%d) would have %.3g entries",
              p,
              n,
              count),
          "",
          "give subspaces with at most 1,000,000");
    }
  }

  /** How many coordinates there are: n over p. */
  public int count() {
    return binomial(n, p);
  }

  /**
   * The coordinates of a subspace.
   *
   * @param x orthonormal or any other basis of it, n × p, row-major
   * @throws InputException where the columns are dependent
   */
  public double[] coordinates(double[] x) {
    if (x.length != n * p) {
      throw new IllegalArgumentException(x.length + " numbers for " + n + " x " + p);
    }
    double[] q = Qr.of(x, n, p).q();
    double[] coordinates = new double[count()];
    int[] rows = first(p);
    double[] minor = new double[p * p];
    for (int at = 0; at < coordinates.length; at++) {
      for (int i = 0; i < p; i++) {
        System.arraycopy(q, rows[i] * p, minor, i * p, p);
      }
      coordinates[at] = determinant(minor, p);
      advance(rows, n);
    }
    return canonical(coordinates);
  }

  /**
   * An orthonormal basis, n × p, of the subspace with these coordinates, which may have any length.
   *
   * @throws InputException where there are too few or too many of them, all are zero, one is not
   *     finite, or no subspace has them
   */
  public double[] basis(double[] coordinates) {
    double[] unit = canonical(checked(coordinates));
    int largest = 0;
    for (int at = 1; at < unit.length; at++) {
      largest = Math.abs(unit[at]) > Math.abs(unit[largest]) ? at : largest;
    }
    int[] pivot = first(p);
    for (int at = 0; at < largest; at++) {
      advance(pivot, n);
    }
    double[] x = new double[n * p];
    for (int r = 0; r < n; r++) {
      for (int j = 0; j < p; j++) {
        int[] replaced = pivot.clone();
        replaced[j] = r;
        x[r * p + j] = signed(unit, replaced) / unit[largest];
      }
    }
    double[] back = coordinates(x);
    double off = 0;
    for (int at = 0; at < unit.length; at++) {
      off = Math.max(off, Math.abs(back[at] - unit[at]));
    }
    if (!(off <= 1e-6)) {
      throw new InputException(
          String.format(
              Locale.ROOT, "no subspace has these coordinates: the nearest is %.2g off", off),
          "",
          "give coordinates that satisfy the Pluecker relations");
    }
    return Qr.of(x, n, p).q();
  }

  /**
   * Largest violation of the quadratic relations Σ_k (-1)^k p_{I j_k} p_{J without j_k} over all
   * sets I of p - 1 and J of p + 1 rows; 0 but for rounding where a subspace has the coordinates.
   */
  public double relationResidual(double[] coordinates) {
    double[] unit = canonical(checked(coordinates));
    if (p == n) {
      return 0;
    }
    double worst = 0;
    int[] fewer = first(p - 1);
    for (int a = binomial(n, p - 1); a > 0; a--) {
      int[] more = first(p + 1);
      for (int b = binomial(n, p + 1); b > 0; b--) {
        worst = Math.max(worst, Math.abs(relation(unit, fewer, more)));
        advance(more, n);
      }
      advance(fewer, n);
    }
    return worst;
  }

  private double relation(double[] unit, int[] fewer, int[] more) {
    double sum = 0;
    for (int k = 0; k <= p; k++) {
      int[] left = Arrays.copyOf(fewer, p);
      left[p - 1] = more[k];
      int[] right = new int[p];
      for (int i = 0; i < p; i++) {
        right[i] = more[i < k ? i : i + 1];
      }
      double term = signed(unit, left) * signed(unit, right);
      sum += k % 2 == 0 ? term : -term;
    }
    return sum;
  }

  private double[] checked(double[] coordinates) {
    if (coordinates.length != count()) {
      throw new InputException(
          coordinates.length + " coordinates",
          "",
          "Gr(" + p + "," + n + ") has " + count() + " Pluecker coordinates");
    }
    for (int i = 0; i < coordinates.length; i++) {
      if (!Double.isFinite(coordinates[i])) {
        throw new InputException("is " + coordinates[i], "coordinate " + i, "give finite numbers");
      }
    }
    return coordinates;
  }

  private static double[] canonical(double[] coordinates) {
    double square = 0;
    for (double c : coordinates) {
      square += c * c;
    }
    double length = Math.sqrt(square);
    if (length == 0) {
      throw new InputException("all Pluecker coordinates are zero", "", "give independent columns");
    }
    double[] unit = new double[coordinates.length];
    double sign = 0;
    for (int i = 0; i < unit.length; i++) {
      unit[i] = coordinates[i] / length;
      if (sign == 0 && Math.abs(unit[i]) > ZERO) {
        sign = Math.signum(unit[i]);
      }
      unit[i] *= sign == 0 ? 1 : sign;
    }
    return unit;
  }

  /** The coordinate of rows in any order, with the sign of that order; 0 where two are the same. */
  private double signed(double[] unit, int[] rows) {
    int[] sorted = rows.clone();
    int sign = 1;
    for (int i = 1; i < p; i++) {
      for (int j = i; j > 0 && sorted[j - 1] >= sorted[j]; j--) {
        if (sorted[j - 1] == sorted[j]) {
          return 0;
        }
        int swap = sorted[j];
        sorted[j] = sorted[j - 1];
        sorted[j - 1] = swap;
        sign = -sign;
      }
    }
    return sign * unit[place(sorted)];
  }

  /** Place of a sorted set in lexicographic order. */
  private int place(int[] sorted) {
    int place = 0;
    int from = 0;
    for (int i = 0; i < p; i++) {
      for (int r = from; r < sorted[i]; r++) {
        place += binomial(n - 1 - r, p - 1 - i);
      }
      from = sorted[i] + 1;
    }
    return place;
  }

  private static int[] first(int size) {
    int[] rows = new int[size];
    for (int i = 0; i < size; i++) {
      rows[i] = i;
    }
    return rows;
  }

  /** To the next sorted set; the last one stays. */
  private static void advance(int[] rows, int n) {
    int i = rows.length - 1;
    while (i >= 0 && rows[i] == n - rows.length + i) {
      i--;
    }
    if (i >= 0) {
      rows[i]++;
      for (int j = i + 1; j < rows.length; j++) {
        rows[j] = rows[j - 1] + 1;
      }
    }
  }

  private static int binomial(int n, int k) {
    long value = 1;
    for (int i = 1; i <= k; i++) {
      value = value * (n - k + i) / i; // whole at each step
    }
    return k < 0 || k > n ? 0 : Math.toIntExact(value);
  }

  private static double approximateBinomial(int n, int k) {
    double value = 1;
    for (int i = 1; i <= k; i++) {
      value *= (n - k + i) / (double) i;
    }
    return value;
  }

  /** By elimination with the largest pivot of a column; the matrix is overwritten. */
  private static double determinant(double[] a, int size) {
    double determinant = 1;
    for (int c = 0; c < size; c++) {
      int pivot = c;
      for (int r = c + 1; r < size; r++) {
        pivot = Math.abs(a[r * size + c]) > Math.abs(a[pivot * size + c]) ? r : pivot;
      }
      double value = a[pivot * size + c];
      if (value == 0) {
        return 0;
      }
      determinant *= pivot == c ? value : -value;
      for (int j = c; j < size; j++) {
        double swap = a[pivot * size + j];
        a[pivot * size + j] = a[c * size + j];
        a[c * size + j] = swap;
      }
      for (int r = c + 1; r < size; r++) {
        double factor = a[r * size + c] / value;
        for (int j = c; j < size; j++) {
          a[r * size + j] -= factor * a[c * size + j];
        }
      }
    }
    return determinant;
  }
}
