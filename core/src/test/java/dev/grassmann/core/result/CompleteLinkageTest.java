package dev.grassmann.core.result;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Figures: SciPy's linkage(..., "complete") and scikit-learn's silhouette_score. */
class CompleteLinkageTest {
  private static final double[] PLACES = {0, 0.1, 1.0, 1.3, 5, 5.2, 9.0};

  private static CompleteLinkage tree() {
    double[][] distances = new double[PLACES.length][PLACES.length];
    for (int i = 0; i < PLACES.length; i++) {
      for (int j = 0; j < PLACES.length; j++) {
        distances[i][j] = Math.abs(PLACES[i] - PLACES[j]);
      }
    }
    return CompleteLinkage.of(distances);
  }

  @Test
  void cutsAsSciPyCuts() {
    assertEquals(List.of(List.of(0, 1, 2, 3), List.of(4, 5, 6)), tree().cut(2));
    assertEquals(List.of(List.of(0, 1), List.of(2, 3), List.of(4, 5), List.of(6)), tree().cut(4));
  }

  @Test
  void silhouettesAreThoseOfScikitLearn() {
    Map<Integer, Double> expected =
        Map.of(
            2, 0.7233496897514679,
            3, 0.7384804550831887,
            4, 0.7367766112061632,
            5, 0.5260290365553523,
            6, 0.2555555555555556);
    expected.forEach((k, value) -> assertEquals(value, tree().silhouette(k), 1e-12));
  }

  @Test
  void neighboursStandTogetherInTheOrder() {
    assertEquals(List.of(0, 1, 2, 3, 4, 5, 6), tree().order());
    double[][] far = {{0, 9, 1, 9}, {9, 0, 9, 1}, {1, 9, 0, 9}, {9, 1, 9, 0}};
    assertEquals(List.of(0, 2, 1, 3), CompleteLinkage.of(far).order());
  }
}
