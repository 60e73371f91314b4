package dev.grassmann.engine.manifold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.InputException;
import dev.grassmann.core.subspace.Distance;
import dev.grassmann.core.subspace.Subspace;
import dev.grassmann.engine.linalg.Products;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrassmannTest {
  private static final Grassmann MANIFOLD = new Grassmann(9, 3);

  private static Subspace span(double[] x) {
    return Subspace.spannedBy(x, MANIFOLD.n(), MANIFOLD.p());
  }

  private static double[] tangent(double[] x, SplittableRandom random, double length) {
    double[] direction = MANIFOLD.tangent(x, MANIFOLD.random(random));
    double norm = Math.sqrt(MANIFOLD.inner(direction, direction));
    for (int i = 0; i < direction.length; i++) {
      direction[i] *= length / norm;
    }
    return direction;
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-9, 1e-3, 0.5, 1.4})
  void logarithmUndoesExponentialAndLengthsAreDistances(double length) {
    SplittableRandom random = new SplittableRandom(1);
    double[] x = MANIFOLD.random(random);
    double[] delta = tangent(x, random, length);
    double[] y = MANIFOLD.exponential(x, delta, 1);
    double[] back = MANIFOLD.logarithm(x, y).delta();
    double difference = 0;
    for (int i = 0; i < back.length; i++) {
      difference = Math.max(difference, Math.abs(back[i] - delta[i]));
    }
    assertEquals(0, difference, 1e-13);
    assertEquals(length, span(x).distance(span(y), Distance.GEODESIC), 1e-13);
  }

  @Test
  void theTangentProjectionIsIdempotentAndHorizontal() {
    SplittableRandom random = new SplittableRandom(2);
    double[] x = MANIFOLD.random(random);
    double[] once = MANIFOLD.tangent(x, MANIFOLD.random(random));
    double[] twice = MANIFOLD.tangent(x, once);
    for (int i = 0; i < once.length; i++) {
      assertEquals(once[i], twice[i], 1e-14);
    }
    for (double entry : Products.transposedMultiply(x, once, 3, 9, 3)) {
      assertEquals(0, entry, 1e-14);
    }
  }

  @Test
  void bothRetractionsGiveOneSubspaceAndAreOfSecondOrder() {
    SplittableRandom random = new SplittableRandom(3);
    double[] x = MANIFOLD.random(random);
    double[] error = new double[2];
    double[] lengths = {0.2, 0.1};
    for (int k = 0; k < 2; k++) {
      double[] delta = tangent(x, new SplittableRandom(4), lengths[k]);
      Subspace byQr = span(MANIFOLD.retractionQr(x, delta));
      assertTrue(byQr.isSame(span(MANIFOLD.retractionPolar(x, delta)), 1e-12));
      error[k] = byQr.distance(span(MANIFOLD.exponential(x, delta, 1)), Distance.GEODESIC);
    }
    // halving the step divides an error of third order by eight
    assertEquals(3, Math.log(error[0] / error[1]) / Math.log(2), 0.1);
  }

  @Test
  void transportKeepsLengthsAndAnglesAndStaysHorizontal() {
    SplittableRandom random = new SplittableRandom(5);
    double[] x = MANIFOLD.random(random);
    double[] delta = tangent(x, random, 0.9);
    double[] a = tangent(x, random, 1.3);
    double[] b = tangent(x, random, 0.4);
    double[] ta = MANIFOLD.transport(x, delta, a, 0.7);
    double[] tb = MANIFOLD.transport(x, delta, b, 0.7);
    assertEquals(MANIFOLD.inner(a, b), MANIFOLD.inner(ta, tb), 1e-13);
    double[] y = MANIFOLD.exponential(x, delta, 0.7);
    for (double entry : Products.transposedMultiply(y, ta, 3, 9, 3)) {
      assertEquals(0, entry, 1e-13);
    }
  }

  @Test
  void theMeanOfPairsOnEitherSideIsTheMiddle() {
    SplittableRandom random = new SplittableRandom(6);
    double[] middle = MANIFOLD.random(random);
    List<double[]> points = new ArrayList<>();
    for (int pair = 0; pair < 20; pair++) {
      double[] delta = tangent(middle, random, 0.3);
      points.add(MANIFOLD.exponential(middle, delta, 1));
      points.add(MANIFOLD.exponential(middle, delta, -1));
    }
    FrechetMean mean = FrechetMean.of(MANIFOLD, points);
    assertEquals(0, span(middle).distance(span(mean.point()), Distance.GEODESIC), 1e-12);
  }

  @Test
  void anImpossibleDimensionIsRefused() {
    InputException refused = assertThrows(InputException.class, () -> new Grassmann(3, 4));
    assertEquals(
        "subspace dimension k=4 must be between 1 and n=3; give such a k", refused.getMessage());
  }
}
