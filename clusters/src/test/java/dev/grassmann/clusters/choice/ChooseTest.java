package dev.grassmann.clusters.choice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ChooseTest {
  /** Points of random subspaces through 0, one after the other. */
  private static Vectors subspaces(int count, int dimension, int ambient, int each, double noise) {
    SplittableRandom random = new SplittableRandom(11);
    float[][] rows = new float[count * each][ambient];
    for (int s = 0; s < count; s++) {
      double[] basis = random.doubles((long) dimension * ambient, -1, 1).toArray();
      for (int i = s * each; i < (s + 1) * each; i++) {
        for (int k = 0; k < dimension; k++) {
          double weight = random.nextGaussian();
          for (int a = 0; a < ambient; a++) {
            rows[i][a] += (float) (weight * basis[k * ambient + a]);
          }
        }
        for (int a = 0; a < ambient; a++) {
          rows[i][a] += (float) (noise * random.nextGaussian());
        }
      }
    }
    return Vectors.of(rows);
  }

  @Test
  void plantedSubspacesAreFoundWithTheirNumberAndDimension() {
    Vectors points = subspaces(4, 3, 25, 40, 0.05);
    Choice choice = new Choose().run(points, ChooseConfig.DEFAULTS, Run.seeded(1));
    assertEquals(4, choice.chosen().clusters());
    assertEquals(3, choice.curve().dimension());
    assertTrue(choice.curve().ends());
    assertEquals(Certainty.SURE, choice.certainty(), choice.text());
    assertTrue(
        choice
            .headline()
            .startsWith(
                "4 clusters: the gap is clear, and parts of the points give the same ones. Their"
                    + " dimension ends at 3 (variance falls by "),
        choice.headline());
  }

  @Test
  void pointsWithoutClustersGiveNoSureAnswer() {
    Vectors points = subspaces(1, 20, 20, 160, 0);
    Choice choice = new Choose().run(points, ChooseConfig.DEFAULTS, Run.seeded(1));
    assertEquals(Certainty.UNSURE, choice.certainty(), choice.text());
    assertTrue(choice.headline().startsWith("No number of clusters stands out; "));
  }

  @Test
  void certaintyAsksForStabilityAndForNoRival() {
    Candidate weak = new Candidate(3, 0.1, 0.5);
    Candidate rival = new Candidate(3, 0.1, 0.8);
    assertEquals(Certainty.SURE, certainty(new Candidate(4, 0.2, 0.9), weak));
    assertEquals(Certainty.SURE, certainty(new Candidate(4, 0.21, 0.9), rival), "half the gap");
    assertEquals(Certainty.LIKELY, certainty(new Candidate(4, 0.2, 0.9), rival));
    assertEquals(Certainty.LIKELY, certainty(new Candidate(4, 0.2, 0.89), weak));
    assertEquals(Certainty.UNSURE, certainty(new Candidate(4, 0.2, 0.74), weak));
    assertEquals(Certainty.UNSURE, certainty(new Candidate(4, 0.09, 0.85), rival));
  }

  private static Certainty certainty(Candidate chosen, Candidate other) {
    return Certainty.of(chosen, List.of(chosen, other));
  }

  @Test
  void fewPointsAreRefused() {
    Vectors points = subspaces(2, 2, 10, 9, 0);
    InputException refused =
        assertThrows(
            InputException.class,
            () -> new Choose().run(points, ChooseConfig.DEFAULTS, Run.local()));
    assertEquals("there are 18 points; give at least 19 to choose from", refused.getMessage());
  }
}
