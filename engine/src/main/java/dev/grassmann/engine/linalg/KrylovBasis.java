package dev.grassmann.engine.linalg;

import dev.grassmann.engine.kernel.Kernel;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Orthonormal columns: locked eigenvectors first, then a Lanczos sequence that is orthogonal to
 * them, with its projected matrix H and the vector that comes next.
 */
final class KrylovBasis {
  private static final Kernel KERNEL = Kernel.best();

  /** Below this share of the largest |λ| seen, what is left of a new vector is rounding. */
  private static final double NOTHING = 1e-12;

  private final SymmetricOperator a;
  private final int n;
  private final int most;
  private final LongColumns columns;
  private final SplittableRandom random;
  private final double[] lockedValues;
  private final double[] h; // most × most, of the part that is not locked

  private int locked;
  private int used;
  private double scale;
  private double[] next; // unit length, orthogonal to all columns
  private double coupling; // ‖A v - V Vᵀ A v‖ of the newest column, along next
  private boolean chained; // next comes from the newest column alone
  private double[] values;

  /**
   * @param most columns at a time, locked ones included
   */
  KrylovBasis(SymmetricOperator a, int most, SplittableRandom random) {
    this.a = a;
    this.n = a.n();
    this.most = most;
    this.columns = new LongColumns(n, most);
    this.random = random;
    this.lockedValues = new double[most];
    this.h = new double[most * most];
  }

  /** Pairs of the part that is not locked, largest first. */
  record Ritz(double[] values, double[] residuals) {}

  /** Largest |λ| seen: what residuals are relative to. */
  double scale() {
    return scale;
  }

  /** Begins a sequence from a random vector orthogonal to what is locked. */
  void start() {
    used = locked;
    Arrays.fill(h, 0);
    fresh();
  }

  private void fresh() {
    double length = 0;
    while (length < 1e-6) { // of about 1: never, unless the columns span nearly all
      next = new double[n];
      for (int i = 0; i < n; i++) {
        next[i] = random.nextGaussian() / Math.sqrt(n);
      }
      length = Math.sqrt(project(next, new double[used]));
    }
    scaleTo(next, 1 / length);
    coupling = 0;
    chained = false;
  }

  /** Continues the sequence up to {@code capacity} columns beside the locked ones. */
  void growTo(int capacity) {
    while (used - locked < capacity) {
      extend();
    }
  }

  private void extend() {
    columns.put(used, next);
    used++;
    double[] image = new double[n];
    a.apply(next, 1, image);
    double[] row = new double[used];
    if (chained) { // Lanczos's own step first, so that one pass over all columns is enough
      row[used - 2] = coupling;
      KERNEL.axpy(-coupling, columns.get(used - 2), 0, image, 0, n);
    }
    row[used - 1] = KERNEL.dot(next, 0, image, 0, n);
    KERNEL.axpy(-row[used - 1], next, 0, image, 0, n);
    double after = project(image, row);
    int at = used - 1 - locked;
    for (int j = locked; j < used; j++) {
      h[(j - locked) * most + at] = row[j];
      h[at * most + j - locked] = row[j];
    }
    scale = Math.max(scale, Math.abs(row[used - 1]));
    coupling = Math.sqrt(after);
    chained = true;
    if (coupling <= NOTHING * Math.max(scale, Double.MIN_NORMAL)) {
      fresh(); // the sequence has come to its end: what is left lies in another one
    } else {
      scaleTo(image, 1 / coupling);
      next = image;
    }
  }

  /**
   * w ← w less its part in the columns, as often as rounding asks for (Daniel, Gragg, Kaufman,
   * Stewart 1976): a pass after which little is left has left rounding errors with it.
   *
   * @param sum grows by what was subtracted
   * @return the squared length of w afterwards
   */
  private double project(double[] w, double[] sum) {
    double square = 0;
    boolean again = true;
    for (int pass = 0; pass < 3 && again; pass++) {
      double[] products = columns.products(w, used);
      columns.subtract(w, products, used);
      square = products[used];
      for (int j = 0; j < used; j++) {
        square -= products[j] * products[j];
        sum[j] += products[j];
      }
      again = square < 0.5 * products[used];
    }
    return again ? columns.products(w, 0)[0] : square;
  }

  private static void scaleTo(double[] w, double factor) {
    for (int i = 0; i < w.length; i++) {
      w[i] *= factor;
    }
  }

  /**
   * The Ritz pairs of the sequence; its columns turn into the first {@code kept} Ritz vectors, and
   * the others go. The sequence can grow on from there.
   *
   * @param measured how many values and residuals are wanted, at most {@code kept}
   */
  Ritz restart(int measured, int kept) {
    int free = used - locked;
    double[] small = new double[free * free];
    for (int i = 0; i < free; i++) {
      System.arraycopy(h, i * most, small, i * free, free);
    }
    SymmetricEigen pairs = SymmetricEigen.of(small, free);
    columns.turn(locked, free, pairs.vectors(), kept);
    values = pairs.values();
    scale = Math.max(scale, Math.max(Math.abs(values[0]), Math.abs(values[free - 1])));
    Arrays.fill(h, 0);
    for (int i = 0; i < kept; i++) {
      h[i * most + i] = values[i];
    }
    used = locked + kept;
    chained = false;
    double[] residuals = new double[measured];
    for (int i = 0; i < measured; i++) {
      residuals[i] = coupling * Math.abs(pairs.vectors()[(free - 1) * free + i]);
    }
    return new Ritz(Arrays.copyOf(values, measured), residuals);
  }

  /** Locks the first columns of the part that is not locked, all values in order; drops others. */
  void lock(int count) {
    System.arraycopy(values, 0, lockedValues, locked, count);
    locked += count;
    used = locked;
    Integer[] order = new Integer[locked];
    Arrays.setAll(order, j -> j);
    Arrays.sort(order, (x, y) -> Double.compare(lockedValues[y], lockedValues[x])); // stable
    int[] places = Arrays.stream(order).mapToInt(j -> j).toArray();
    double[] before = lockedValues.clone();
    for (int j = 0; j < locked; j++) {
      lockedValues[j] = before[places[j]];
    }
    columns.permute(places);
  }

  /** Keeps the largest locked pairs only. */
  void keep(int count) {
    locked = count;
    used = count;
  }

  double lockedValue(int j) {
    return lockedValues[j];
  }

  /** The locked pairs, the residual being that of the first {@code wanted}. */
  SymmetricEigen locked(int wanted) {
    double[] vectors = new double[Math.multiplyExact(n, locked)];
    double worst = 0;
    for (int j = 0; j < locked; j++) {
      double[] v = columns.get(j);
      double sign = Signs.of(v);
      for (int i = 0; i < n; i++) {
        vectors[i * locked + j] = sign * v[i];
      }
      if (j < wanted) {
        worst = Math.max(worst, residual(v, lockedValues[j]));
      }
    }
    double relative = scale == 0 ? 0 : worst / scale;
    return new SymmetricEigen(Arrays.copyOf(lockedValues, locked), vectors, n, relative);
  }

  private double residual(double[] v, double lambda) {
    double[] image = new double[n];
    a.apply(v, 1, image);
    double square = 0;
    for (int i = 0; i < n; i++) {
      double difference = image[i] - lambda * v[i];
      square += difference * difference;
    }
    return Math.sqrt(square);
  }
}
