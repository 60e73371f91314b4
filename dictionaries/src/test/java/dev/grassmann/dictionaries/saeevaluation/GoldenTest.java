package dev.grassmann.dictionaries.saeevaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Figures of the reference implementation, computed in float64 on inputs that a formula makes. */
final class GoldenTest {
  private static final double TOLERANCE = 1e-6;

  @Test
  void meanCodesAreTheReferences() {
    SupervisedDictionary means = fit(SupervisedDictionary.Codes.MEAN);
    double[] expected = {-0.0509741, 0.1574942, 0.2393506};
    assertArrayEquals(expected, means.code(0, 0), TOLERANCE);
    assertEquals(0.8105964, fvu(means), TOLERANCE);
  }

  @Test
  void mseCodesAreTheSmallestThatLeaveLeast() {
    SupervisedDictionary mse = fit(SupervisedDictionary.Codes.MSE);
    double[] expected = {-0.2972282, -0.0852199, 0.3833606};
    assertArrayEquals(expected, mse.code(1, 2), TOLERANCE);
    assertEquals(0.7408136, fvu(mse), TOLERANCE);
  }

  @Test
  void exchangesAreChosenAsTheReferenceDoes() {
    SparseEdit edit = ReferenceExample.edit(Moves.EXCHANGE);
    assertEquals(1.7781351, edit.start(), TOLERANCE);
    assertEquals(List.of(4, 1, 5), latents(edit));
    double[] expected = {0.942046, 0.639155, 0.360044};
    assertArrayEquals(expected, ReferenceExample.distances(edit), TOLERANCE);
  }

  @Test
  void independentMovesStopWhereTheNextWouldRaiseTheDistance() {
    SparseEdit edit = ReferenceExample.edit(Moves.INDEPENDENT);
    assertEquals(List.of(4, 0), latents(edit));
    double[] expected = {0.942046, 0.340676};
    assertArrayEquals(expected, ReferenceExample.distances(edit), TOLERANCE);
  }

  @Test
  void weightsAreTheReferencesAndSumToOne() {
    double[] weights = EditWeights.of(ReferenceExample.codes(1), ReferenceExample.directions(), 4);
    double[] expected = {0.5228250, 0.2689422, 0, 0, 0, 0.2082328};
    assertArrayEquals(expected, weights, TOLERANCE);
  }

  private static SupervisedDictionary fit(SupervisedDictionary.Codes codes) {
    return SupervisedDictionary.fit(
        ReferenceExample.activations(), ReferenceExample.attributes(), codes);
  }

  private static double fvu(SupervisedDictionary dictionary) {
    float[] reconstructed = dictionary.reconstruct(ReferenceExample.attributes());
    return Residuals.fvu(ReferenceExample.activations(), reconstructed);
  }

  private static List<Integer> latents(SparseEdit edit) {
    return edit.changes().stream().map(SparseEdit.Change::latent).toList();
  }
}
