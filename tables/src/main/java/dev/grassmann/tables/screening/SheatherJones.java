package dev.grassmann.tables.screening;

/**
 * The improved Sheather-Jones bandwidth: t is the fixed point of a chain of plug-in estimates of
 * the norms of the density's derivatives, from the seventh down (Botev, Grotowski, Kroese 2010,
 * section 4.2). The norms come from a cosine transform of the binned numbers.
 */
final class SheatherJones {
  private static final int CELLS = 1024;
  private static final int STAGES = 7;
  private static final BatchFft FFT = new BatchFft(CELLS);

  /** Beyond this exponent e^-x is nothing beside the largest term. */
  private static final double VANISHED = 700;

  private static final int ROUNDS = 100;

  private final double[] squares;
  private final int n;

  private SheatherJones(double[] squares, int n) {
    this.squares = squares;
    this.n = n;
  }

  /**
   * The bandwidth for a Gaussian kernel.
   *
   * @param fallback where no fixed point is found: few numbers, or few different ones
   */
  static double bandwidth(Ordered numbers, double fallback) {
    double range = numbers.max() - numbers.min();
    double width = 2 * range; // half the range on either side
    SheatherJones chain =
        new SheatherJones(cosineSquares(numbers, range, width), numbers.distinct());
    double t = chain.root();
    return t > 0 ? Math.sqrt(t) * width : fallback;
  }

  /** Squares of the sums over cells of mass times cos(pi k (cell + 1/2) / cells), k from 1. */
  private static double[] cosineSquares(Ordered numbers, double range, double width) {
    double[] mass = new double[CELLS + 1];
    double step = width / (CELLS - 1);
    double share = 1.0 / numbers.count();
    for (double number : numbers.sorted()) {
      double place = (number - numbers.min() + range / 2) / step;
      int cell = (int) place;
      mass[cell] += share * (1 - (place - cell));
      mass[cell + 1] += share * (place - cell);
    }
    double[] re = new double[CELLS];
    for (int i = 0; i < CELLS / 2; i++) { // Makhoul 1980: even cells up, odd cells down
      re[i] = mass[2 * i];
      re[CELLS - 1 - i] = mass[2 * i + 1];
    }
    double[] im = new double[CELLS];
    FFT.transform(re, im, new double[CELLS], new double[CELLS], 1);
    double[] squares = new double[CELLS - 1];
    for (int k = 1; k < CELLS; k++) {
      double angle = Math.PI * k / (2 * CELLS);
      double sum = re[k] * Math.cos(angle) + im[k] * Math.sin(angle);
      squares[k - 1] = sum * sum;
    }
    return squares;
  }

  /** |f^(s)|^2 after smoothing for time t. */
  private double norm(int s, double t) {
    double sum = 0;
    for (int k = 1; k <= squares.length; k++) {
      double exponent = (double) k * k * Math.PI * Math.PI * t;
      if (exponent > VANISHED) {
        break;
      }
      sum += Math.pow((double) k * k, s) * squares[k - 1] * Math.exp(-exponent);
    }
    return 2 * Math.pow(Math.PI, 2 * s) * sum;
  }

  /** t less what the chain makes of it. */
  private double gap(double t) {
    double norm = norm(STAGES, t);
    for (int s = STAGES - 1; s >= 2; s--) {
      double odd = 1;
      for (int factor = 3; factor < 2 * s; factor += 2) {
        odd *= factor;
      }
      double constant = (1 + Math.pow(0.5, s + 0.5)) / 3;
      double time =
          Math.pow(2 * constant * odd / (Math.sqrt(2 * Math.PI) * n * norm), 2.0 / (3 + 2 * s));
      norm = norm(s, time);
    }
    return t - Math.pow(2 * n * Math.sqrt(Math.PI) * norm, -0.4);
  }

  /** The smallest root found by doubling an upper end, then halving; 0 where there is none. */
  private double root() {
    int bounded = Math.max(50, Math.min(1050, n));
    double low = 0;
    double high = 1e-11 + 0.01 * (bounded - 50) / 1000;
    while (!(gap(high) > 0)) { // NaN too: the norm of a derivative was 0
      low = high;
      high *= 2;
      if (high >= 1) {
        return 0;
      }
    }
    for (int i = 0; i < ROUNDS && high - low > 1e-12 * high; i++) {
      double middle = (low + high) / 2;
      if (gap(middle) > 0) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }
}
