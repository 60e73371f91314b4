package dev.grassmann.clusters.spectral;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.SparseMatrix;
import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GraphOptionsTest {
  private static final int N = 37;

  /** Five coefficients a point, signs mixed; the last point is written with nothing. */
  private static double[][] codes() {
    SplittableRandom random = new SplittableRandom(3);
    double[][] c = new double[N][N];
    for (int i = 0; i < N - 1; i++) {
      for (int e = 0; e < 5; e++) {
        c[i][random.nextInt(N)] = random.nextDouble() - 0.4;
      }
    }
    return c;
  }

  private static SparseMatrix sparse(double[][] c) {
    CodeRows rows = new CodeRows(N);
    for (int i = 0; i < N; i++) {
      double[] row = c[i];
      int[] place = IntStream.range(0, N).filter(j -> row[j] != 0).toArray();
      rows.put(i, place, Arrays.stream(place).mapToDouble(j -> row[j]).toArray(), place.length);
    }
    return rows.toMatrix();
  }

  @Test
  void nearestJoinsThoseWhoseCoefficientsPointTheSameWay() {
    double[][] c = codes();
    double[][] expected = new double[N][N];
    for (int i = 0; i < N; i++) {
      int point = i;
      int[] near =
          IntStream.range(0, N)
              .boxed()
              .filter(j -> j != point && cosine(c[point], c[j]) > 0)
              .sorted(Comparator.comparingDouble(j -> -cosine(c[point], c[j])))
              .limit(3)
              .mapToInt(j -> j)
              .toArray();
      for (int j : near) {
        expected[i][j] += 0.5;
        expected[j][i] += 0.5;
      }
    }
    SparseAffinity graph = new GraphOptions(Scaling.L2, 0, 3).graph(sparse(c));
    for (int i = 0; i < N; i++) {
      assertArrayEquals(expected[i], graph.row(i), "point " + i);
    }
    assertArrayEquals(new double[N], graph.row(N - 1), "nothing is like a point without codes");
  }

  private static double cosine(double[] a, double[] b) {
    double product = 0;
    double left = 0;
    double right = 0;
    for (int j = 0; j < N; j++) {
      product += a[j] * b[j];
      left += a[j] * a[j];
      right += b[j] * b[j];
    }
    return product == 0 ? 0 : product / Math.sqrt(left * right);
  }

  @Test
  void withoutNearestItIsTheGraphOfTheCoefficients() {
    SparseMatrix codes = sparse(codes());
    SparseAffinity graph = new GraphOptions(Scaling.MAX, 2, 0).graph(codes);
    SparseAffinity expected = SparseAffinity.of(codes, Scaling.MAX, 2);
    for (int i = 0; i < N; i++) {
      assertArrayEquals(expected.row(i), graph.row(i), "point " + i);
    }
  }

  @Test
  void nearestAndTopTogetherAreRefused() {
    GraphOptions both = new GraphOptions(Scaling.L2, 2, 3);
    InputException refused = assertThrows(InputException.class, () -> both.graph(sparse(codes())));
    assertEquals(
        "--top: is 2, and so many are kept of the graph that --nearest does not use; give one of"
            + " the two",
        refused.getMessage());
  }
}
