package dev.grassmann.tables.predict;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.run.Run;
import dev.grassmann.tables.Outcomes;
import dev.grassmann.tables.Sample;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PredictorsTest {
  /** Classes by the quarter that a point of the plane lies in; no line parts them. */
  private static Sample quarters(int rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] columns = {
      random.doubles(rows, -1, 1).toArray(),
      random.doubles(rows, -1, 1).toArray(),
      random.doubles(rows, -1, 1).toArray()
    };
    int[] codes =
        IntStream.range(0, rows)
            .map(i -> (columns[0][i] > 0) == (columns[1][i] > 0.2) ? 1 : 0)
            .toArray();
    return new Sample(columns, new Outcomes.Classes("y", codes, List.of("a", "b")));
  }

  private static Sample waves(int rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] columns = {
      random.doubles(rows, -3, 3).toArray(), random.doubles(rows, -1, 1).toArray()
    };
    double[] y =
        IntStream.range(0, rows)
            .mapToDouble(i -> 50 + 10 * Math.sin(columns[0][i]) + columns[1][i])
            .toArray();
    return new Sample(columns, new Outcomes.Numbers("y", y));
  }

  private static double quality(Predictor predictor, Sample training, Sample test) {
    return Quality.of(predictor.fit(training, Run.local()).outputs(test), test.outcomes());
  }

  @Test
  void treesPartWhatNoLineParts() {
    Sample training = quarters(800, 1);
    Sample test = quarters(400, 2);
    assertTrue(quality(new RandomForest(50), training, test) > 0.95);
    assertTrue(quality(BoostedTrees.SMALL, training, test) > 0.95);
    assertTrue(quality(BoostedTrees.LARGE, training, test) > 0.95);
    assertTrue(quality(new LogisticRegression(), training, test) < 0.7);
  }

  @Test
  void treesFollowAWaveAndALineDoesNot() {
    Sample training = waves(1_000, 1);
    Sample test = waves(400, 2);
    assertTrue(quality(new RandomForest(50), training, test) > 0.99);
    assertTrue(quality(BoostedTrees.SMALL, training, test) > 0.99);
    assertTrue(quality(BoostedTrees.LARGE, training, test) > 0.99);
    double line = quality(new Ridge(), training, test);
    assertTrue(line > 0.2 && line < 0.7, "R2 " + line);
  }

  @Test
  void aForestOfManyTreesKnowsItsTrainingRowsAndSaysWhatItAsks() {
    Sample training = waves(300, 3);
    RandomForest.Forest forest = new RandomForest(60).fit(training, Run.local());
    assertTrue(Quality.of(forest.outputs(training), training.outcomes()) > 0.995);
    assertTrue(forest.asks(0) && forest.asks(1));
    Sample constant =
        new Sample(new double[][] {training.columns()[0], new double[300]}, training.outcomes());
    assertTrue(!new RandomForest(5).fit(constant, Run.local()).asks(1));
  }

  @Test
  void theSameSeedGrowsTheSameTreesOnAnyNumberOfThreads() {
    Sample training = quarters(200, 4);
    Run one = Run.local().but().threads(1).build();
    Run many = Run.local().but().threads(5).build();
    double[][] expected = new RandomForest(10).fit(training, one).outputs(training);
    double[][] actual = new RandomForest(10).fit(training, many).outputs(training);
    assertArrayEquals(expected[1], actual[1], 0);
  }

  @Test
  void aClassWithoutTrainingRowsIsNeverTheAnswer() {
    Outcomes.Classes some =
        new Outcomes.Classes("y", new int[] {2, 0, 2, 0}, List.of("a", "b", "c"));
    Sample sample = new Sample(new double[][] {{1, -1, 2, -2}}, some);
    for (Predictor predictor :
        List.of(new LogisticRegression(), new RandomForest(9), BoostedTrees.SMALL)) {
      double[][] outputs = predictor.fit(sample, Run.local()).outputs(sample);
      assertEquals(1, Quality.accuracy(outputs, some.codes()), predictor.toString());
    }
  }

  @Test
  void linearModelsRefuseTheOtherKindOfOutcome() {
    assertEquals(
        "ridge regression needs numbers",
        assertThrows(
                IllegalArgumentException.class, () -> new Ridge().fit(quarters(10, 1), Run.local()))
            .getMessage());
    assertEquals(
        "logistic regression needs classes",
        assertThrows(
                IllegalArgumentException.class,
                () -> new LogisticRegression().fit(waves(10, 1), Run.local()))
            .getMessage());
  }

  @Test
  void qualitiesAreThoseOfSmallExamples() {
    // classes 0 0 1 1 2, answers 0 1 1 1 0: F1 is 0.5, 0.8 and 0
    double[][] outputs = {{1, 0, 0, 0, 1}, {0, 1, 1, 1, 0}, {0, 0, 0, 0, 0}};
    int[] truth = {0, 0, 1, 1, 2};
    assertEquals(1.3 / 3, Quality.macroF1(outputs, truth), 1e-12);
    assertEquals(0.6, Quality.accuracy(outputs, truth), 1e-12);
    assertEquals(0.5, Quality.explained(new double[] {1, 2, 4}, new double[] {1, 2, 3}), 1e-12);
  }
}
