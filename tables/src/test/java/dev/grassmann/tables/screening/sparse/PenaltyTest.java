package dev.grassmann.tables.screening.sparse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.InputException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PenaltyTest {
  private static final double LAMBDA = 0.7;

  static Stream<Penalty> all() {
    return Stream.of(
        new Penalty.Scad(3.7), new Penalty.Mcp(3), new Penalty.Mcp(2), new Penalty.Lasso());
  }

  /** Fan and Li 2001, equation 2.8, and Zhang 2010, equation 2.1, as integrals of their slopes. */
  @Test
  void valuesAreTheAreaUnderTheSlopeOfThePapers() {
    double a = 3.7;
    double gamma = 3;
    double scad = 0;
    double mcp = 0;
    double step = 1e-4;
    for (double t = step / 2; t < 4; t += step) {
      scad += step * (t <= LAMBDA ? LAMBDA : Math.max(0, a * LAMBDA - t) / (a - 1));
      mcp += step * Math.max(0, LAMBDA - t / gamma);
      double b = t + step / 2;
      assertEquals(scad, new Penalty.Scad(a).value(b, LAMBDA), 1e-6);
      assertEquals(mcp, new Penalty.Mcp(gamma).value(-b, LAMBDA), 1e-6);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void theConcaveSlopeIsTheDifferenceOfTheConcavePart(Penalty penalty) {
    double h = 1e-6;
    for (double b = -4.0003; b < 4; b += 0.0371) {
      double slope = (penalty.concave(b + h, LAMBDA) - penalty.concave(b - h, LAMBDA)) / (2 * h);
      assertEquals(slope, penalty.concaveGradient(b, LAMBDA), 1e-6, "at " + b);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void theConcaveSlopeFallsAndChangesNoFasterThanItsCurvature(Penalty penalty) {
    for (double b = -4; b < 4; b += 0.01) {
      double change =
          penalty.concaveGradient(b + 0.01, LAMBDA) - penalty.concaveGradient(b, LAMBDA);
      assertTrue(change <= 1e-15 && change >= -0.01 * penalty.curvature() - 1e-12, "at " + b);
    }
  }

  /** Closed forms of an orthonormal design, branch by branch. */
  @Test
  void minimisersOfAnOrthonormalDesignAreTheirClosedForms() {
    Penalty scad = new Penalty.Scad(3.7);
    Penalty mcp = new Penalty.Mcp(3);
    for (double z = -5; z <= 5; z += 0.037) {
      double size = Math.abs(z);
      double sign = Math.signum(z);
      double soft = sign * Math.max(0, size - LAMBDA);
      double expected =
          size <= 2 * LAMBDA
              ? soft
              : size <= 3.7 * LAMBDA ? (2.7 * z - sign * 3.7 * LAMBDA) / 1.7 : z;
      assertEquals(expected, scad.minimiser(z, 1, LAMBDA), 1e-12, "SCAD at " + z);
      double other = size <= 3 * LAMBDA ? soft / (1 - 1 / 3.0) : z;
      assertEquals(other, mcp.minimiser(z, 1, LAMBDA), 1e-12, "MCP at " + z);
      assertEquals(soft, new Penalty.Lasso().minimiser(z, 1, LAMBDA), 1e-12);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void noOtherCoefficientIsBetterThanTheMinimiser(Penalty penalty) {
    for (double v : new double[] {0.6, 1, 2.5}) {
      for (double z = -5; z <= 5; z += 0.23) {
        double found = penalty.minimiser(z, v, LAMBDA);
        double value = v * found * found / 2 - z * found + penalty.value(found, LAMBDA);
        for (double b = -9; b <= 9; b += 0.01) {
          double other = v * b * b / 2 - z * b + penalty.value(b, LAMBDA);
          assertTrue(value <= other + 1e-9, "v " + v + " z " + z + " b " + b);
        }
      }
    }
  }

  @Test
  void softThresholdingMovesTowardsZeroAndNotBeyond() {
    assertEquals(1.5, Penalty.soft(2, 0.5));
    assertEquals(-1.5, Penalty.soft(-2, 0.5));
    assertEquals(0, Penalty.soft(0.4, 0.5));
    assertEquals(7, Penalty.soft(7, 0));
  }

  @Test
  void shapesThatAreNoPenaltiesAreRefused() {
    assertEquals(
        "--a: is 2.0; allowed: above 2",
        assertThrows(InputException.class, () -> new Penalty.Scad(2)).getMessage());
    assertEquals(
        "--gamma: is 1.0; allowed: above 1",
        assertThrows(InputException.class, () -> new Penalty.Mcp(1)).getMessage());
  }
}
