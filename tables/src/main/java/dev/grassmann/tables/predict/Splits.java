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

  /** Worth of a set of rows with these sums. */
  double worth(double[] sums, int at);

  /** Whether a set of rows may stand alone: it has rows enough. */
  boolean enough(double[] sums, int at);

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
    public double worth(double[] sums, int at) {
      double weight = sums[at + 1] + lambda;
      return weight > 0 ? sums[at] * sums[at] / weight : 0;
    }

    @Override
    public boolean enough(double[] sums, int at) {
      return sums[at + 1] >= least;
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
