package dev.grassmann.tables.kan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.train.ArrayParameter;
import dev.grassmann.engine.train.OptimiserPlan;
import dev.grassmann.engine.train.Trainer;
import dev.grassmann.engine.train.TrainingPlan;
import dev.grassmann.tables.FoldedRanking;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Figures of the released program on three networks, inputs beyond the grid among them. */
class KanParityTest {
  static List<Reference> cases() {
    return Reference.cases();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void givesTheOutputsAndTheLossOfTheReference(Reference reference) {
    float[] y = reference.network().outputs(reference.x(), reference.rows());
    assertNear(reference.figures("output"), y, 5e-6);
    double sum = reference.objective().sum(y, reference.allRows(), reference.rows(), null);
    assertEquals(reference.figure("loss"), sum / reference.rows(), 1e-6);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void givesTheGradientsOfTheReference(Reference reference) {
    KanNetwork network = reference.network();
    double loss =
        new KanLearner(network, reference.objective(), 2).learn(reference.x(), reference.allRows());
    assertEquals(reference.figure("loss"), loss, 1e-6);
    List<double[]> expected = reference.gradients();
    for (int i = 0; i < expected.size(); i++) {
      ArrayParameter parameter = network.parameters().get(i);
      assertNear(expected.get(i), parameter.gradient(), 2e-6);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isWhereTheReferenceIsAfterTwentySteps(Reference reference) {
    KanNetwork network = reference.network();
    TrainingPlan plan = TrainingPlan.ofSteps(20, reference.rows()).with(OptimiserPlan.adam(1e-3));
    new Trainer(plan, Run.local())
        .train(
            new KanLearner(network, reference.objective(), 2),
            Vectors.of(reference.x(), reference.rows(), network.inputs()));
    List<ArrayParameter> expected = reference.trained().parameters();
    double far = 0;
    for (int i = 0; i < expected.size(); i++) {
      float[] theirs = expected.get(i).values();
      float[] ours = network.parameters().get(i).values();
      float[] start = reference.network().parameters().get(i).values();
      for (int j = 0; j < theirs.length; j++) {
        assertEquals(theirs[j], ours[j], 2e-5);
        far = Math.max(far, Math.abs(theirs[j] - start[j]));
      }
    }
    assertTrue(far > 0.015, "the reference has moved by " + far);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void givesTheScoresOfTheReference(Reference reference) {
    KanNetwork network = reference.network();
    float[] x = reference.x();
    int rows = reference.rows();
    Norms.Sums coefficients = Norms.coefficients(network.first());
    assertArrayEquals(reference.figures("coefficients_l1"), coefficients.l1(), 1e-5);
    assertArrayEquals(reference.figures("coefficients_l2"), coefficients.l2(), 1e-5);
    Norms.Sums contributions = Norms.contributions(network.first(), x, rows, false);
    assertArrayEquals(reference.figures("contributions_l1"), contributions.l1(), 1e-6);
    assertArrayEquals(reference.figures("contributions_l2"), contributions.l2(), 1e-6);
    assertArrayEquals(
        reference.figures("saliency_by_output"), Saliency.byOutput(network, x, rows), 1e-5);
    assertArrayEquals(
        reference.figures("saliency_of_all"),
        FoldedRanking.normalised(Saliency.ofAll(network, x, rows)),
        1e-5);
    assertArrayEquals(
        reference.figures("knockout"),
        Knockout.rises(network, reference.objective(), x, rows, Run.local()),
        1e-5);
  }

  private static void assertNear(double[] expected, float[] actual, double tolerance) {
    assertEquals(expected.length, actual.length);
    for (int i = 0; i < expected.length; i++) {
      assertEquals(
          expected[i], actual[i], tolerance * Math.max(1, Math.abs(expected[i])), "at " + i);
    }
  }
}
