package dev.grassmann.engine.manifold;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.grassmann.core.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PlueckerTest {
  private static final Pluecker LINES = new Pluecker(4, 2);

  @Test
  void thePlaneOfTwoAxesHasOneCoordinate() {
    double[] x = {0, 0, 0, -2, 0, 0, 5, 1}; // spanned by e₃ and e₁ with some e₃
    assertArrayEquals(new double[] {0, 0, 0, 0, 1, 0}, LINES.coordinates(x), 1e-15);
  }

  /** p₀₁ p₂₃ - p₀₂ p₁₃ + p₀₃ p₁₂ = 0 is the only relation of lines in space. */
  @Test
  void theRelationOfGr24IsTheKnownOne() {
    double[] none = {3, 0, 0, 0, 0, 4};
    assertEquals(0.6 * 0.8, LINES.relationResidual(none), 1e-15);
    double[] some = {1, 2, 3, 4, 5, 6};
    assertEquals((6 - 10 + 12) / 91.0, LINES.relationResidual(some), 1e-15);
  }

  private static String refusal(Runnable action) {
    return assertThrows(InputException.class, action::run).getMessage();
  }

  @Test
  void refusesWhatIsNoSubspace() {
    assertEquals(
        "no subspace has these coordinates: the nearest is 0.60 off; give coordinates that satisfy"
            + " the Pluecker relations",
        refusal(() -> LINES.basis(new double[] {3, 0, 0, 0, 0, 4})));
    assertEquals(
        "all Pluecker coordinates are zero; give independent columns",
        refusal(() -> LINES.basis(new double[6])));
    assertEquals(
        "5 coordinates; Gr(2,4) has 6 Pluecker coordinates",
        refusal(() -> LINES.basis(new double[5])));
    assertEquals(
        "coordinate 3: is NaN; give finite numbers",
        refusal(() -> LINES.basis(new double[] {0, 0, 0, Double.NaN, 0, 1})));
    assertEquals(
        "Pluecker coordinates of Gr(10,40) would have 8.48e+08 entries; give subspaces with at most"
            + " 1,000,000",
        refusal(() -> new Pluecker(40, 10)));
    assertEquals(
        "subspace dimension k=0 must be between 1 and n=3; give such a k",
        refusal(() -> new Pluecker(3, 0)));
  }

  /** Nine points about a middle and one far away: the median stays, the mean goes. */
  @Test
  void theMedianIsMovedLessByAnOutlierThanTheMean() {
    Grassmann m = new Grassmann(8, 2);
    SplittableRandom random = new SplittableRandom(3);
    double[] middle = m.random(random);
    List<double[]> points = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      points.add(m.exponential(middle, m.tangent(middle, m.random(random)), 0.05));
    }
    double[] far = m.tangent(middle, m.random(random));
    points.add(m.exponential(middle, far, 1.2 / Math.sqrt(m.inner(far, far))));
    FrechetMean mean = FrechetMean.of(m, points);
    FrechetMean median = FrechetMean.median(m, points);
    double[] toMean = m.logarithm(middle, mean.point()).delta();
    double[] toMedian = m.logarithm(middle, median.point()).delta();
    double meanOff = Math.sqrt(m.inner(toMean, toMean));
    double medianOff = Math.sqrt(m.inner(toMedian, toMedian));
    assertEquals(0.12, meanOff, 0.03); // a tenth of the way to the outlier
    assertEquals(0, medianOff, 0.04);
    assertEquals(false, mean.surelyUnique());
  }

  @Test
  void refusesAMeanOfNothing() {
    Grassmann m = new Grassmann(3, 1);
    double[] e = {1, 0, 0};
    assertEquals(
        "there are no subspaces; give at least one", refusal(() -> FrechetMean.of(m, List.of())));
    assertEquals(
        "all weights are 0; give at least one above 0",
        refusal(() -> FrechetMean.of(m, List.of(e), new double[1])));
    assertEquals(
        "a weight is -1.0; give weights of at least 0",
        refusal(() -> FrechetMean.of(m, List.of(e), new double[] {-1})));
  }
}
