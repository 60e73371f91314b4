package dev.grassmann.tables.baseline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.grassmann.core.run.Run;
import dev.grassmann.tables.Outcomes;
import dev.grassmann.tables.Sample;
import dev.grassmann.tables.predict.Liblinear;
import dev.grassmann.tables.predict.Liblinear.Solver;
import dev.grassmann.tables.predict.Quality;
import dev.grassmann.tables.predict.RandomForest;
import dev.grassmann.tables.predict.Ridge;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures of scikit-learn 1.9 on the same table. */
class BaselineParityTest {
  private static final Run RUN = Run.local();

  @ParameterizedTest
  @ValueSource(strings = {"5.0", "0.5", "0.05"})
  void lassoHasTheWeightsOfTheReference(String alpha) {
    Sample sample = Reference.numbers();
    double[] y = ((Outcomes.Numbers) sample.outcomes()).values();
    LassoPath path = new LassoPath(sample.columns(), y);
    path.descend(Double.parseDouble(alpha));
    assertArrayEquals(Reference.array("lasso", alpha), path.weights(), 1e-4);
  }

  @Test
  void lassoReachesTheSameWeightsByAnyWay() {
    Sample sample = Reference.numbers();
    double[] y = ((Outcomes.Numbers) sample.outcomes()).values();
    LassoPath path = new LassoPath(sample.columns(), y);
    path.descend(path.largest());
    assertArrayEquals(new double[7], path.weights(), 0);
    path.descend(0.05);
    path.descend(5);
    path.descend(0.5);
    assertArrayEquals(Reference.array("lasso", "0.5"), path.weights(), 1e-4);
  }

  @Test
  void ridgeHasTheWeightsOfTheReference() {
    Sample sample = Reference.numbers();
    double[] expected = Reference.array("ridge");
    Sample moved = new Sample(new double[7][2], new Outcomes.Numbers("y", new double[2]));
    for (int j = 0; j < 7; j++) {
      for (double[] column : moved.columns()) {
        column[1] = 0;
      }
      moved.columns()[j][1] = 1;
      double[] outputs = new Ridge().fit(sample, RUN).outputs(moved)[0];
      assertEquals(expected[j], outputs[1] - outputs[0], 1e-8);
    }
  }

  @Test
  void linearMachinesHaveTheWeightsOfTheReference() {
    Sample sample = Reference.classes();
    double[][] logistic =
        new Liblinear(Solver.LOGISTIC_L1, 0.1, 1e-8, 100_000).weights(sample, RUN);
    double[][] plain = new Liblinear(Solver.LOGISTIC_L2, 1, 1e-8, 100_000).weights(sample, RUN);
    double[][] svc = new Liblinear(Solver.SVC, 1, 1e-8, 1_000_000).weights(sample, RUN);
    for (int c = 0; c < 3; c++) {
      assertArrayEquals(Reference.matrix("logistic_l1")[c], logistic[c], 2e-4);
      assertArrayEquals(Reference.matrix("logistic_l2")[c], plain[c], 2e-4);
      assertArrayEquals(Reference.matrix("svc")[c], svc[c], 2e-4);
    }
  }

  @Test
  void lassoScoresClassesByTheMeanOfTheirWeights() {
    double[][] weights = Reference.matrix("logistic_l1");
    double[] expected = new double[7];
    for (int j = 0; j < 7; j++) {
      for (double[] ofClass : weights) {
        expected[j] += Math.abs(ofClass[j]) / 3;
      }
    }
    Sample sample = Reference.classes();
    double[] scores = new LassoSelector(LassoConfig.DEFAULTS).score(sample, sample, RUN);
    assertArrayEquals(expected, scores, 2e-3);
  }

  @Test
  void eliminatesInTheOrderOfTheReference() {
    Sample sample = Reference.classes();
    double[] scores = new RfeSelector(RfeConfig.DEFAULTS).score(sample, sample, RUN);
    double[] ranks = Reference.array("rfe");
    assertArrayEquals(Arrays.stream(ranks).map(rank -> 7 - rank).toArray(), scores, 0);
  }

  @Test
  void givesTheMutualInformationOfTheReference() {
    NeighbourSelector selector = new NeighbourSelector(NeighbourConfig.DEFAULTS);
    Sample classes = Reference.classes();
    assertArrayEquals(Reference.matrix("mi_class")[0], selector.score(classes, classes, RUN), 1e-9);
    Sample numbers = Reference.numbers();
    double[] ours = selector.score(numbers, numbers, RUN);
    // where values are alike the noise decides, in the reference too: there its own seeds differ
    for (int j = 0; j < ours.length; j++) {
      int column = j;
      double off =
          IntStream.range(0, 2)
              .mapToDouble(s -> Math.abs(Reference.matrix("mi_number")[s][column] - ours[column]))
              .min()
              .orElseThrow();
      assertEquals(0, off, 1e-3, "column " + j);
    }
  }

  @Test
  void forestsLoseWhatTheReferencesLose() {
    ForestSelector selector =
        new ForestSelector(new ForestConfig(ForestConfig.DEFAULTS.question(), 400, 40));
    for (String outcome : new String[] {"number", "code"}) {
      Sample all = outcome.equals("number") ? Reference.numbers() : Reference.classes();
      double[] ours = selector.score(Reference.training(all), Reference.test(all), RUN);
      double[] theirs = Reference.array("forest", outcome);
      for (int j = 0; j < ours.length; j++) {
        assertEquals(Math.max(0, theirs[j]), ours[j], 0.03 + 0.05 * theirs[j], outcome + " " + j);
      }
      double[][] outputs =
          new RandomForest(400).fit(Reference.training(all), RUN).outputs(Reference.test(all));
      assertEquals(
          Reference.figure("forest_quality", outcome),
          Quality.of(outputs, Reference.test(all).outcomes()),
          0.03);
    }
  }
}
