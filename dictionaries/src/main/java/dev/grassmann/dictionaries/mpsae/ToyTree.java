package dev.grassmann.dictionaries.mpsae;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The paper's synthetic hierarchy: 20 unit features in R^20. Of 11 parents exactly one is active;
 * three of them (probability 0.2 each) have three exclusive children of probability 0.2 each, the
 * other eight (0.05 each) have none. A sample is the sum of its active features, each times a
 * magnitude of its own; 1.36 features are active on average.
 */
final class ToyTree {
  static final int FEATURES = 20;
  static final int PARENTS = 11;
  static final int FAMILIES = 3;
  static final int CHILDREN = 3;
  private static final double FAMILY = 0.2;
  private static final double LEAF = 0.05;
  private static final double CHILD = 0.2;
  private static final double SMALLEST = 0.05;

  /**
   * How much features of one group (the parents; three siblings) have in common: each is mixed with
   * the others of its group by this share.
   */
  enum Correlation {
    NONE(0, 0),
    TENTH(0.0895, 0.3),
    THREE_TENTHS(0.226, 0.529);

    private final double children;
    private final double parents;

    Correlation(double children, double parents) {
      this.children = children;
      this.parents = parents;
    }
  }

  /** Magnitudes of active features, N(mean, sd²), never below 0.05. */
  record Magnitudes(double parentMean, double parentSd, double childMean, double childSd) {
    static final Magnitudes EQUAL = new Magnitudes(1.5, 0.25, 1.5, 0.25);
    static final Magnitudes FAINT_CHILDREN = new Magnitudes(1, 0.25, 0.1, 0.025);
  }

  /**
   * Samples.
   *
   * @param x n × 20
   * @param meanL0 features active in a sample, on average
   */
  record Sample(float[] x, int n, double meanL0) {}

  private final double[][] features;
  private final Magnitudes magnitudes;

  ToyTree(Correlation correlation, Magnitudes magnitudes, SplittableRandom random) {
    this.magnitudes = magnitudes;
    double[][] basis = orthonormal(random);
    this.features = new double[FEATURES][];
    mix(basis, 0, PARENTS, correlation.parents);
    for (int family = 0; family < FAMILIES; family++) {
      mix(basis, child(family, 0), CHILDREN, correlation.children);
    }
  }

  /** Number of a family's child; families are parents 0 to 2. */
  static int child(int family, int which) {
    return PARENTS + family * CHILDREN + which;
  }

  /** The true features, 20 × 20, rows of norm 1. */
  float[] dictionary() {
    float[] rows = new float[FEATURES * FEATURES];
    for (int i = 0; i < FEATURES * FEATURES; i++) {
      rows[i] = (float) features[i / FEATURES][i % FEATURES];
    }
    return rows;
  }

  Sample sample(int n, SplittableRandom random) {
    float[] x = new float[n * FEATURES];
    int active = 0;
    double[] sum = new double[FEATURES];
    for (int i = 0; i < n; i++) {
      Arrays.fill(sum, 0);
      double draw = random.nextDouble();
      boolean family = draw < FAMILIES * FAMILY;
      int parent =
          family
              ? (int) (draw / FAMILY)
              : FAMILIES + Math.min(7, (int) ((draw - FAMILIES * FAMILY) / LEAF));
      add(sum, parent, magnitudes.parentMean(), magnitudes.parentSd(), random);
      active++;
      int which = (int) (random.nextDouble() / CHILD);
      if (family && which < CHILDREN) {
        add(sum, child(parent, which), magnitudes.childMean(), magnitudes.childSd(), random);
        active++;
      }
      for (int c = 0; c < FEATURES; c++) {
        x[i * FEATURES + c] = (float) sum[c];
      }
    }
    return new Sample(x, n, (double) active / n);
  }

  private void add(double[] sum, int feature, double mean, double sd, SplittableRandom random) {
    double magnitude = Math.max(SMALLEST, mean + sd * random.nextGaussian());
    for (int c = 0; c < FEATURES; c++) {
      sum[c] += magnitude * features[feature][c];
    }
  }

  /** D_i = unit((1 - e) Q_i + e / (n - 1) · sum of the other Q_j of the group). */
  private void mix(double[][] basis, int first, int count, double share) {
    for (int i = first; i < first + count; i++) {
      double[] mixed = new double[FEATURES];
      double square = 0;
      for (int c = 0; c < FEATURES; c++) {
        for (int j = first; j < first + count; j++) {
          mixed[c] += (i == j ? 1 - share : share / (count - 1)) * basis[j][c];
        }
        square += mixed[c] * mixed[c];
      }
      for (int c = 0; c < FEATURES; c++) {
        mixed[c] /= Math.sqrt(square);
      }
      features[i] = mixed;
    }
  }

  /** A random orthonormal basis: Gaussian vectors, made orthogonal twice for full precision. */
  private static double[][] orthonormal(SplittableRandom random) {
    double[][] q = new double[FEATURES][FEATURES];
    for (int i = 0; i < FEATURES; i++) {
      for (int c = 0; c < FEATURES; c++) {
        q[i][c] = random.nextGaussian();
      }
      for (int pass = 0; pass < 2; pass++) {
        for (int j = 0; j < i; j++) {
          double product = 0;
          for (int c = 0; c < FEATURES; c++) {
            product += q[i][c] * q[j][c];
          }
          for (int c = 0; c < FEATURES; c++) {
            q[i][c] -= product * q[j][c];
          }
        }
      }
      double norm = Math.sqrt(Arrays.stream(q[i]).map(v -> v * v).sum());
      for (int c = 0; c < FEATURES; c++) {
        q[i][c] /= norm;
      }
    }
    return q;
  }
}
