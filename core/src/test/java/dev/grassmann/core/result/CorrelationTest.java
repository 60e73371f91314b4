package dev.grassmann.core.result;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CorrelationTest {
  @Test
  void tiesShareTheirMeanRankAndWhatIsMissingStandsInTheMiddle() {
    assertArrayEquals(
        new double[] {3, 0.5, 0.5, 1.5, 2},
        Correlation.ranks(new double[] {9, -1, -1, Double.NaN, 4}));
  }

  @Test
  void agreesWithSciPyOnTiedNumbers() {
    // scipy.stats.spearmanr([1, 2, 2, 4, 7, 7], [3, 1, 4, 4, 9, 5]).statistic
    assertEquals(
        0.8508410434878082,
        correlation(new double[] {1, 2, 2, 4, 7, 7}, new double[] {3, 1, 4, 4, 9, 5}),
        1e-12);
  }

  @Test
  void aConstantHasNoCorrelation() {
    assertTrue(Double.isNaN(correlation(new double[] {2, 2, 2}, new double[] {1, 5, 3})));
  }

  @Property(tries = 200)
  void anyRisingCurveIsTheSameAsAStraightLine(
      @ForAll @Size(min = 3, max = 20) List<@DoubleRange(min = -5, max = 5) Double> list,
      @ForAll long seed) {
    double[] x = list.stream().mapToDouble(Double::doubleValue).toArray();
    double[] y = new SplittableRandom(seed).doubles(x.length).toArray();
    double[] bent = x.clone();
    for (int i = 0; i < bent.length; i++) {
      bent[i] = -Math.exp(-Math.round(x[i])); // rises, and stays away from rounding
    }
    double[] flat = x.clone();
    for (int i = 0; i < flat.length; i++) {
      flat[i] = Math.round(x[i]);
    }
    assertEquals(correlation(flat, y), correlation(bent, y), 1e-12); // NaN where all are equal
  }

  private static double correlation(double[] x, double[] y) {
    return Correlation.spearman(x, y);
  }
}
