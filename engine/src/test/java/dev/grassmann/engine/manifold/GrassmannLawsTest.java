package dev.grassmann.engine.manifold;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.subspace.Distance;
import dev.grassmann.core.subspace.Subspace;
import dev.grassmann.engine.linalg.Products;
import dev.grassmann.engine.linalg.Qr;
import java.util.SplittableRandom;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What holds for all subspaces; 40 tries of each law, since each is a dozen native calls. */
class GrassmannLawsTest {

  private static double[] tangent(
      Grassmann m, double[] x, SplittableRandom random, double largest) {
    double[] z = m.tangent(x, m.tangent(x, m.random(random)));
    double norm = Math.sqrt(m.inner(z, z));
    Assume.that(norm > 1e-6); // p = n has no tangents
    for (int i = 0; i < z.length; i++) {
      z[i] *= largest / norm;
    }
    return z;
  }

  private static Subspace span(double[] x, Grassmann m) {
    return Subspace.spannedBy(x, m.n(), m.p());
  }

  @Property(tries = 40)
  void theLogarithmUndoesTheExponential(
      @ForAll @IntRange(min = 2, max = 9) int n,
      @ForAll @IntRange(min = 1, max = 4) int p,
      @ForAll @DoubleRange(min = -8, max = 0.17) double exponent,
      @ForAll long seed) {
    Assume.that(p < n);
    Grassmann m = new Grassmann(n, p);
    SplittableRandom random = new SplittableRandom(seed);
    double[] x = m.random(random);
    double[] delta = tangent(m, x, random, Math.pow(10, exponent));
    assertArrayEquals(delta, m.logarithm(x, m.exponential(x, delta, 1)).delta(), 1e-12);
  }

  @Property(tries = 40)
  void projectionIsIdempotentAndGivesHorizontalVectors(
      @ForAll @IntRange(min = 1, max = 9) int n,
      @ForAll @IntRange(min = 1, max = 4) int p,
      @ForAll long seed) {
    Assume.that(p <= n);
    Grassmann m = new Grassmann(n, p);
    SplittableRandom random = new SplittableRandom(seed);
    double[] x = m.random(random);
    double[] once = m.tangent(x, m.random(random));
    assertArrayEquals(once, m.tangent(x, once), 1e-14);
    for (double inside : Products.transposedMultiply(x, once, p, n, p)) {
      assertEquals(0, inside, 1e-14);
    }
  }

  @Property(tries = 40)
  void distancesAreMetricsThatSeeSubspacesAndNotBases(
      @ForAll @IntRange(min = 2, max = 9) int n,
      @ForAll @IntRange(min = 1, max = 4) int p,
      @ForAll Distance distance,
      @ForAll long seed) {
    Assume.that(p < n && distance != Distance.MARTIN); // which breaks the triangle's law
    Grassmann m = new Grassmann(n, p);
    SplittableRandom random = new SplittableRandom(seed);
    double[] x = m.random(random);
    Subspace a = span(x, m);
    Subspace b = span(m.random(random), m);
    Subspace c = span(m.random(random), m);
    double[] rotation = Qr.of(new Grassmann(p, p).random(random), p, p).q();
    Subspace turned = span(Products.multiply(x, rotation, n, p, p), m);
    double ab = a.distance(b, distance);
    assertEquals(ab, b.distance(a, distance), 1e-7);
    assertEquals(ab, turned.distance(b, distance), 1e-7);
    assertEquals(0, a.distance(turned, distance), 1e-7); // acos and roots near 1: half the digits
    assertTrue(ab <= a.distance(c, distance) + c.distance(b, distance) + 1e-9);
  }

  @Property(tries = 40)
  void plueckerCoordinatesLeadBackAndTheirProductIsThatOfTheCosines(
      @ForAll @IntRange(min = 1, max = 7) int n,
      @ForAll @IntRange(min = 1, max = 4) int p,
      @ForAll long seed) {
    Assume.that(p <= n);
    Grassmann m = new Grassmann(n, p);
    Pluecker pluecker = new Pluecker(n, p);
    SplittableRandom random = new SplittableRandom(seed);
    double[] x = m.random(random);
    double[] y = m.random(random);
    double[] coordinates = pluecker.coordinates(x);
    assertEquals(1, m.inner(coordinates, coordinates), 1e-12);
    assertEquals(0, pluecker.relationResidual(coordinates), 1e-12);
    double[] back = pluecker.basis(coordinates);
    assertEquals(0, span(x, m).distance(span(back, m), Distance.GEODESIC), 1e-10);
    double product = 1;
    for (double angle : span(x, m).principalAngles(span(y, m)).radians()) {
      product *= Math.cos(angle);
    }
    assertEquals(product, Math.abs(m.inner(coordinates, pluecker.coordinates(y))), 1e-12);
  }
}
