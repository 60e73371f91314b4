package dev.grassmann.tables.quickselection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JudgementTest {
  private static final int ROWS = 500;

  /** Columns: two of which the class is the exclusive or, one of noise, one that is constant. */
  private final float[] cells = new float[ROWS * 4];

  private final int[] codes = new int[ROWS];

  JudgementTest() {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < ROWS; i++) {
      int a = random.nextInt(2);
      int b = random.nextInt(2);
      codes[i] = a ^ b;
      cells[i * 4] = a + (float) random.nextGaussian() / 10;
      cells[i * 4 + 1] = 5 * b + (float) random.nextGaussian() / 2;
      cells[i * 4 + 2] = (float) random.nextGaussian();
      cells[i * 4 + 3] = 1;
    }
  }

  private Judgement judgement() {
    return Judgement.split(new Cells.Dense(cells, ROWS, 4), codes, 2, Run.local());
  }

  @Test
  void treesLearnWhatOnlyTwoColumnsTogetherSay() {
    assertTrue(judgement().classification(new int[] {0, 1}, Run.local()) >= 0.98);
    assertEquals(0.5, judgement().classification(new int[] {0, 2}, Run.local()), 0.12);
  }

  @Test
  void aColumnThatNeverVariesGivesTheLargestClass() {
    Judgement judgement = judgement();
    long ones = Arrays.stream(judgement.train()).filter(row -> codes[row] == 1).count();
    int most = 2 * ones > judgement.train().length ? 1 : 0;
    long right = Arrays.stream(judgement.test()).filter(row -> codes[row] == most).count();
    assertEquals(
        right / (double) judgement.test().length,
        judgement.classification(new int[] {3}, Run.local()));
  }

  @Test
  void aFifthOfTheRowsIsKeptBackAndNoneIsInBothParts() {
    Judgement judgement = judgement();
    assertEquals(100, judgement.test().length);
    int[] all =
        IntStream.concat(Arrays.stream(judgement.train()), Arrays.stream(judgement.test()))
            .sorted()
            .toArray();
    assertTrue(Arrays.equals(IntStream.range(0, ROWS).toArray(), all));
  }

  @Test
  void treesAreTheSameOnAnyNumberOfThreads() {
    int[] noise = {0, 2};
    double one = judgement().classification(noise, Run.builder().threads(1).build());
    assertEquals(one, judgement().classification(noise, Run.builder().threads(2).build()));
  }

  @Test
  void clustersAreMatchedWithClassesAsWellAsCanBe() {
    int[] halves = new int[ROWS];
    for (int i = 0; i < ROWS; i++) {
      halves[i] = cells[i * 4 + 1] > 2.5 ? 0 : 1; // what two-means finds in the second column
    }
    Judgement judgement = Judgement.split(new Cells.Dense(cells, ROWS, 4), halves, 2, Run.local());
    assertEquals(1, judgement.clustering(new int[] {1}, Run.local()), 1e-9);
    assertEquals(0.5, judgement.clustering(new int[] {0}, Run.local()), 0.06);
  }

  /** By hand: neighbours are 0-1 and 2-3, so f'Sf / f'Df is 99/101 and -1. */
  @Test
  void theLaplacianScoreFavoursColumnsThatRespectNeighbours() {
    Vectors rows = Vectors.of(new float[][] {{0, 0}, {1, 0.1f}, {10, 0}, {11, 0.1f}});
    double[] score = LaplacianScore.of(rows, 1, Run.local());
    assertEquals(99.0 / 101, score[0], 1e-6);
    assertEquals(-1, score[1], 1e-6);
  }
}
