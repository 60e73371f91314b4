package dev.grassmann.clusters.lihfss;

import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.subspace.Subspace;
import java.util.SplittableRandom;

/**
 * Points on random subspaces: Gaussian coefficients scaled to length 1, and Gaussian noise.
 *
 * @param ambient dimension of the space, D
 * @param dimension of each subspace, d
 * @param subspaces how many, K
 * @param each points a subspace
 * @param noise standard deviation of the noise on each number
 */
record UnionOfSubspaces(int ambient, int dimension, int subspaces, int each, double noise) {
  /** Points and the subspace that each was drawn from. */
  record Draw(Vectors points, int[] truth) {}

  Draw draw(SplittableRandom random) {
    int n = subspaces * each;
    float[][] rows = new float[n][ambient];
    int[] truth = new int[n];
    for (int s = 0; s < subspaces; s++) {
      double[] basis =
          Subspace.spannedBy(gaussian(ambient * dimension, random), ambient, dimension).basis();
      for (int p = 0; p < each; p++) {
        int i = s * each + p;
        truth[i] = s;
        double[] coefficients = gaussian(dimension, random);
        double length = 0;
        for (double c : coefficients) {
          length += c * c;
        }
        for (int a = 0; a < ambient; a++) {
          double sum = 0;
          for (int k = 0; k < dimension; k++) {
            sum += basis[a * dimension + k] * coefficients[k];
          }
          rows[i][a] = (float) (sum / Math.sqrt(length) + noise * gaussian(random));
        }
      }
    }
    return new Draw(Vectors.of(rows), truth);
  }

  private static double[] gaussian(int count, SplittableRandom random) {
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = gaussian(random);
    }
    return numbers;
  }

  private static double gaussian(SplittableRandom random) {
    double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
    return radius * Math.cos(2 * Math.PI * random.nextDouble());
  }
}
