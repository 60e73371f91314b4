package dev.grassmann.tables.predict;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.run.Permutation;
import dev.grassmann.core.run.Run;
import dev.grassmann.tables.Outcomes;
import dev.grassmann.tables.Sample;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermutationLossesTest {
  private static final Run RUN = Run.seeded(3);

  /** Four measurements, a flag, a column of three values, and one that never changes. */
  private static Sample sample(int rows, boolean classes, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] columns = new double[7][rows];
    double[] y = new double[rows];
    int[] code = new int[rows];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < 4; j++) {
        columns[j][i] = random.nextDouble(-1, 1);
      }
      columns[4][i] = random.nextInt(2);
      columns[5][i] = random.nextInt(3);
      y[i] = columns[0][i] * columns[4][i] + Math.abs(columns[1][i]) + 0.1 * columns[5][i];
      code[i] = y[i] < 0.3 ? 0 : y[i] < 0.9 ? 1 : 2;
    }
    return new Sample(
        columns,
        classes
            ? new Outcomes.Classes("y", code, List.of("a", "b", "c"))
            : new Outcomes.Numbers("y", y));
  }

  private static double quality(RandomForest.Forest forest, Sample sample) {
    double[][] said = forest.outputs(sample);
    return sample.outcomes() instanceof Outcomes.Classes classes
        ? Quality.accuracy(said, classes.codes())
        : Quality.explained(said[0], ((Outcomes.Numbers) sample.outcomes()).values());
  }

  /** By the definition: each column is permuted, and the whole forest asked again. */
  private static double[] asDefined(RandomForest.Forest forest, Sample sample, int repeats) {
    double[] losses = new double[sample.features()];
    double whole = quality(forest, sample);
    for (int j = 0; j < losses.length; j++) {
      for (int r = 0; r < repeats; r++) {
        int[] order = Permutation.fromTheEnd(sample.rows(), RUN.random("permuting " + j + " " + r));
        double[][] columns = sample.columns().clone();
        columns[j] = new double[order.length];
        for (int i = 0; i < order.length; i++) {
          columns[j][i] = sample.columns()[j][order[i]];
        }
        losses[j] += (whole - quality(forest, new Sample(columns, sample.outcomes()))) / repeats;
      }
    }
    return losses;
  }

  @ParameterizedTest
  @CsvSource({"false,5,131", "true,5,131", "false,1,2", "true,70,33", "false,67,33", "true,3,1"})
  void lossesAreThoseOfAskingTheWholeForestAgain(boolean classes, int repeats, int rows) {
    RandomForest.Forest forest = new RandomForest(15).fit(sample(200, classes, 1), RUN);
    Sample other = sample(rows, classes, 2);
    double[] losses = forest.lossesWhenPermuted(other, repeats, RUN);
    assertArrayEquals(asDefined(forest, other, repeats), losses, 1e-12);
    assertEquals(0, losses[6], 0);
    if (rows > 100) {
      assertTrue(losses[1] > losses[3] + 0.05, losses[1] + " against " + losses[3]);
    }
  }

  @Test
  void progressOfGrowingAndPermutingNeverGoesBack() {
    AtomicLong last = new AtomicLong();
    Run watched =
        RUN.but()
            .threads(1)
            .progress((stage, done, total) -> assertTrue(last.getAndSet(done) <= done, stage))
            .build();
    RandomForest.Forest forest = new RandomForest(4).fit(sample(200, false, 1), RUN);
    forest.lossesWhenPermuted(sample(3_000, false, 2), 70, watched);
    assertTrue(last.get() > 2, "steps " + last);
  }
}
