package dev.grassmann.dictionaries.saeevaluation;

import dev.grassmann.core.data.Vectors;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Activations of known parts: a = α u_i + v_j + w_p + 0.05 N(0, I) in 64 dimensions, with 40
 * strong, 40 weak and 2 binary values in random directions of norms 1, 0.5 and 0.5.
 */
final class AttributeWorld {
  static final int D = 64;
  static final int VALUES = 40;
  static final int N = 20_000;
  private static final double NOISE = 0.05;

  /** Chance that a weak value is bound to the strong one, where they are correlated. */
  private static final double BOUND = 0.7;

  /** Values that a bound one is drawn from. */
  private static final int NEAR = 5;

  private final double[][] strong;
  private final double[][] weak;
  private final double[][] binary;

  AttributeWorld(SplittableRandom random) {
    this.strong = directions(VALUES, 1, random);
    this.weak = directions(VALUES, 0.5, random);
    this.binary = directions(2, 0.5, random);
  }

  /** Rows and what they are made of. */
  record Sample(Vectors activations, Attributes attributes) {}

  /**
   * Draws rows.
   *
   * @param alpha factor of the strong attribute
   */
  Sample sample(double alpha, boolean correlated, SplittableRandom random) {
    int[][] codes = new int[3][N];
    float[] a = new float[N * D];
    for (int row = 0; row < N; row++) {
      int i = random.nextInt(VALUES);
      boolean bound = correlated && random.nextDouble() < BOUND;
      int j = bound ? (i + random.nextInt(NEAR)) % VALUES : random.nextInt(VALUES);
      int p = random.nextInt(2);
      codes[0][row] = i;
      codes[1][row] = j;
      codes[2][row] = p;
      for (int c = 0; c < D; c++) {
        double sum = alpha * strong[i][c] + weak[j][c] + binary[p][c];
        a[row * D + c] = (float) (sum + NOISE * random.nextGaussian());
      }
    }
    List<String> many = IntStream.range(0, VALUES).mapToObj(Integer::toString).toList();
    return new Sample(
        Vectors.of(a, N, D),
        new Attributes(
            List.of("strong", "weak", "binary"), List.of(many, many, List.of("0", "1")), codes));
  }

  /**
   * Cosine of fitted and true differences from value 0, within an attribute: the worst of all
   * values.
   */
  double worstCosine(SupervisedDictionary fitted, int attribute) {
    double[][] truth = attribute == 0 ? strong : attribute == 1 ? weak : binary;
    double worst = 1;
    for (int v = 1; v < truth.length; v++) {
      double[] zero = fitted.code(attribute, 0);
      double[] own = fitted.code(attribute, v);
      double product = 0;
      double ours = 0;
      double theirs = 0;
      for (int c = 0; c < D; c++) {
        double x = own[c] - zero[c];
        double y = truth[v][c] - truth[0][c];
        product += x * y;
        ours += x * x;
        theirs += y * y;
      }
      worst = Math.min(worst, product / Math.sqrt(ours * theirs));
    }
    return worst;
  }

  private static double[][] directions(int count, double norm, SplittableRandom random) {
    double[][] rows = new double[count][D];
    for (double[] row : rows) {
      double square = 0;
      for (int c = 0; c < D; c++) {
        row[c] = random.nextGaussian();
        square += row[c] * row[c];
      }
      for (int c = 0; c < D; c++) {
        row[c] *= norm / Math.sqrt(square);
      }
    }
    return rows;
  }
}
