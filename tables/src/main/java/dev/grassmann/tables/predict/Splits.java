package dev.grassmann.tables.predict;

/**
 * What a tree is grown by: sums over rows, from which follow the worth of a set of rows and the
 * outputs of a leaf. A split is as good as its two sides are worth together.
 */
interface Splits {
  /** How many sums a set of rows has. */
  int sums();

  /** Adds a row to the sums at a place. */
  void add(int row, double[] sums, int at);

  /**
   * Adds rows to the sums of their bins, sums of bin b from {@code b * sums()} on.
   *
   * @param codes bin of each row, an unsigned byte
   * @param rows those at {@code from .. to - 1} are added
   */
  void addToBins(byte[] codes, int[] rows, int from, int to, double[] bins);

  /**
   * The same for many features in one pass.
   *
   * @param byRow bins of a row side by side, {@code width} of them
   * @param features those that are looked at
   * @param places where the sums of each feature's bin 0 are
   */
  default void addToBins(
      byte[] byRow,
      int width,
      int[] features,
      int[] places,
      int[] rows,
      int from,
      int to,
      double[] bins) {
    for (int i = from; i < to; i++) {
      for (int feature : features) {
        int bin = byRow[rows[i] * width + feature] & 255;
        add(rows[i], bins, places[feature] + bin * sums());
      }
    }
  }

  /** Worth of a set of rows with these sums. */
  double worth(double[] sums, int at);

  /** Whether a set of rows may stand alone: it has rows enough. */
  boolean enough(double[] sums, int at);

  /** How many numbers a leaf says. */
  int outputs();

  /** What a leaf of these rows says. */
  float[] leaf(double[] sums);

  /** Numbers with weights, as gradients g and curvatures h: worth G^2 / (H + lambda). */
  record Numbers(double[] g, double[] h, double lambda, double least) implements Splits {
    @Override
    public int sums() {
      return 2;
    }

    @Override
    public void add(int row, double[] sums, int at) {
      sums[at] += g[row];
      sums[at + 1] += h[row];
    }

    @Override
    public void addToBins(byte[] codes, int[] rows, int from, int to, double[] bins) {
      for (int i = from; i < to; i++) {
        int row = rows[i];
        int at = (codes[row] & 255) * 2;
        bins[at] += g[row];
        bins[at + 1] += h[row];
      }
    }

    @Override
    public void addToBins(
        byte[] byRow,
        int width,
        int[] features,
        int[] places,
        int[] rows,
        int from,
        int to,
        double[] bins) {
      for (int i = from; i < to; i++) {
        double gradient = g[rows[i]];
        double curvature = h[rows[i]];
        int start = rows[i] * width;
        for (int feature : features) {
          int at = places[feature] + (byRow[start + feature] & 255) * 2;
          bins[at] += gradient;
          bins[at + 1] += curvature;
        }
      }
    }

    @Override
    public double worth(double[] sums, int at) {
      double weight = sums[at + 1] + lambda;
      return weight > 0 ? sums[at] * sums[at] / weight : 0;
    }

    @Override
    public boolean enough(double[] sums, int at) {
      return sums[at + 1] >= least;
    }

    @Override
    public int outputs() {
      return 1;
    }

    @Override
    public float[] leaf(double[] sums) {
      double weight = sums[1] + lambda;
      return new float[] {(float) (weight > 0 ? sums[0] / weight : 0)};
    }
  }

  /** Classes with weights: worth is the sum of squared class weights by the whole (Gini). */
  record Classes(int[] codes, double[] weight, int classes) implements Splits {
    @Override
    public int sums() {
      return classes;
    }

    @Override
    public void add(int row, double[] sums, int at) {
      sums[at + codes[row]] += weight[row];
    }

    @Override
    public void addToBins(byte[] codes, int[] rows, int from, int to, double[] bins) {
      for (int i = from; i < to; i++) {
        int row = rows[i];
        bins[(codes[row] & 255) * classes + this.codes[row]] += weight[row];
      }
    }

    @Override
    public double worth(double[] sums, int at) {
      double whole = 0;
      double squares = 0;
      for (int c = at; c < at + classes; c++) {
        whole += sums[c];
        squares += sums[c] * sums[c];
      }
      return whole > 0 ? squares / whole : 0;
    }

    @Override
    public boolean enough(double[] sums, int at) {
      for (int c = at; c < at + classes; c++) {
        if (sums[c] > 0) {
          return true;
        }
      }
      return false;
    }

    @Override
    public int outputs() {
      return classes;
    }

    @Override
    public float[] leaf(double[] sums) {
      double whole = 0;
      for (double sum : sums) {
        whole += sum;
      }
      float[] shares = new float[classes];
      for (int c = 0; c < classes; c++) {
        shares[c] = (float) (sums[c] / whole);
      }
      return shares;
    }
  }
}
