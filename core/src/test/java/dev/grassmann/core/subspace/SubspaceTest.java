package dev.grassmann.core.subspace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.InputException;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SubspaceTest {
  /** X = [e1, e2] and Y = [cos .3 e1 + sin .3 e3, cos 1.1 e2 + sin 1.1 e4] in R^6. */
  private static Subspace x() {
    double[] basis = new double[12];
    basis[0] = 1;
    basis[3] = 1;
    return Subspace.ofOrthonormal(basis, 6, 2);
  }

  private static Subspace y() {
    double[] basis = new double[12];
    basis[0] = Math.cos(0.3);
    basis[4] = Math.sin(0.3);
    basis[3] = Math.cos(1.1);
    basis[7] = Math.sin(1.1);
    return Subspace.ofOrthonormal(basis, 6, 2);
  }

  @Test
  void anglesAndDistancesOfAKnownPairAreExact() {
    PrincipalAngles angles = x().principalAngles(y());
    assertArrayEquals(new double[] {0.3, 1.1}, angles.radians(), 1e-12);
    // figures worked out by hand from the two angles
    assertEquals(1.140175425099, angles.distance(Distance.GEODESIC), 1e-12);
    assertEquals(0.938926382190, angles.distance(Distance.CHORDAL), 1e-12);
    assertEquals(1.122604204287, angles.distance(Distance.FUBINI_STUDY), 1e-12);
    assertEquals(Math.sin(1.1), angles.distance(Distance.PROJECTION), 1e-12);
    assertEquals(1.1, angles.distance(Distance.ASIMOV), 1e-12);
  }

  @Test
  void aTinyAngleIsSeenWhereArcCosineIsBlind() {
    double[] tilted = {Math.cos(1e-10), Math.sin(1e-10), 0};
    Subspace line = Subspace.ofOrthonormal(new double[] {1, 0, 0}, 3, 1);
    double angle = line.principalAngles(Subspace.spannedBy(tilted, 3, 1)).largest();
    assertEquals(1e-10, angle, 1e-15);
  }

  @Property(tries = 60)
  void rotatingTheBasisWithinTheSubspaceChangesNoAngle(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 5) int p,
      @ForAll @IntRange(min = 1, max = 5) int q) {
    Random random = new Random(seed);
    double[] a = gaussian(random, 9 * p);
    Subspace one = Subspace.spannedBy(a, 9, p);
    Subspace same = Subspace.spannedBy(times(a, 9, p, gaussian(random, p * p)), 9, p);
    Subspace other = Subspace.spannedBy(gaussian(random, 9 * q), 9, q);
    assertTrue(one.isSame(same, 1e-6));
    assertArrayEquals(
        one.principalAngles(other).radians(), other.principalAngles(same).radians(), 1e-6);
  }

  @Property(tries = 60)
  void projectingTwiceIsProjectingOnceAndTheComplementHoldsTheRest(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int k) {
    Random random = new Random(seed);
    Subspace space = Subspace.spannedBy(gaussian(random, 7 * k), 7, k);
    double[] point = gaussian(random, 7);
    double[] near = space.project(point);
    assertArrayEquals(near, space.project(near), 1e-12);
    double[] rest = space.complement().project(point);
    for (int i = 0; i < 7; i++) {
      assertEquals(point[i], near[i] + rest[i], 1e-12);
    }
  }

  @Test
  void sumAndIntersectionOfTwoPlanesInSpaceAreSpaceAndALine() {
    Subspace floor = Subspace.spannedBy(new double[] {1, 0, 0, 1, 0, 0}, 3, 2);
    Subspace wall = Subspace.spannedBy(new double[] {1, 0, 0, 0, 0, 1}, 3, 2);
    assertEquals(3, floor.sum(wall).dimension());
    Subspace edge = floor.intersection(wall, 1e-8);
    assertEquals(1, edge.dimension());
    assertTrue(edge.contains(new double[] {2, 0, 0}, 1e-12));
    assertFalse(floor.contains(new double[] {0, 0, 1}, 0.5));
    assertTrue(floor.contains(edge, 1e-12));
  }

  @Test
  void dependentColumnsCountOnce() {
    assertEquals(1, Subspace.spannedBy(new double[] {1, 2, 2, 4, 3, 6}, 3, 2).dimension());
  }

  @Test
  void whatIsNoSubspaceIsRefused() {
    assertRefused(
        "the basis is not orthonormal: ‖B'B - I‖ is 3.0; give its span with Subspace.spannedBy",
        () -> Subspace.ofOrthonormal(new double[] {2, 0}, 2, 1));
    assertRefused(
        "subspace dimension k=3 must be between 1 and n=2; give such a k",
        () -> Subspace.ofOrthonormal(new double[6], 2, 3));
    assertRefused(
        "row 1, column 0: the number is NaN; give finite numbers",
        () -> Subspace.spannedBy(new double[] {1, Double.NaN}, 2, 1));
    assertRefused(
        "all vectors are zero; give at least one that is not",
        () -> Subspace.spannedBy(new double[4], 2, 2));
    assertRefused(
        "subspaces live in different ambient spaces (n=6 vs 2); give two subspaces of one space",
        () -> x().principalAngles(Subspace.ofOrthonormal(new double[] {1, 0}, 2, 1)));
  }

  private static void assertRefused(String message, Runnable call) {
    assertEquals(message, assertThrows(InputException.class, call::run).getMessage());
  }

  private static double[] gaussian(Random random, int count) {
    return random.doubles(count).map(u -> random.nextGaussian()).toArray();
  }

  private static double[] times(double[] a, int m, int k, double[] b) {
    double[] product = new double[m * k];
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < k; j++) {
        for (int l = 0; l < k; l++) {
          product[i * k + j] += a[i * k + l] * b[l * k + j];
        }
      }
    }
    return product;
  }
}
