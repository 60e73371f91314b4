package dev.grassmann.compare.measures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.compare.Data;
import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MutualNeighboursTest {
  private static double score(Vectors a, Vectors b, int k) {
    return MutualNeighbours.of(a, b, k, Run.local()).score();
  }

  /** Figures: make_measures.py beside measures.json. */
  @ParameterizedTest
  @ValueSource(strings = {"small", "moreColumnsThanRows", "unrelated", "rectified"})
  void agreesWithSortingAllCosines(String name) {
    JsonNode truth = Data.fixture(name);
    JsonNode mutual = truth.get("mutual");
    assertEquals(
        mutual.get("score").asDouble(),
        score(Data.vectors(truth.get("x")), Data.vectors(truth.get("y")), mutual.get("k").asInt()),
        1e-12);
  }

  @ParameterizedTest
  @CsvSource({"2, 1, 3", "11, 10, 2", "200, 7, 17", "300, 40, 5"})
  void agreesWithThePlainStatementAtAwkwardSizes(int n, int k, int d) {
    Vectors a = Data.gaussian(n, d, 1);
    SplittableRandom noise = new SplittableRandom(2);
    Vectors b = Data.each(a, (x, column) -> (float) (x + 0.5 * noise.nextGaussian()));
    assertEquals(WholeMatrices.mutual(a, b, k), score(a, b, k), 1e-15);
  }

  @Test
  void aRotatedScaledCopyHasTheSameNeighbours() {
    Vectors a = Data.gaussian(300, 10, 3);
    Vectors b = Data.each(Data.times(a, Data.rotation(10, 4)), (x, column) -> 12 * x);
    assertEquals(1, score(a, b, 10), 0);
  }

  /** 70 copies of one row, more than any selection holds spare, and rows near to each other. */
  @Test
  void ofEqualRowsTheSmallerNumberCounts() {
    float[] numbers = Data.gaussian(150, 4, 5).toArray();
    for (int i = 40; i < 110; i++) {
      System.arraycopy(numbers, 0, numbers, i * 4, 4);
    }
    Vectors a = Vectors.of(numbers, 150, 4);
    Vectors b = Data.gaussian(150, 6, 6);
    assertEquals(WholeMatrices.mutual(a, b, 9), score(a, b, 9), 1e-15);
    assertEquals(1, score(a, Data.each(a, (x, column) -> 2 * x), 9), 0);
  }

  /** All cosines lie within 1e-7 of 1, where float32 sees no difference. */
  @Test
  void rowsFarFromTheOriginKeepTheirNeighbours() {
    Vectors a = Data.each(Data.gaussian(120, 5, 7), (x, column) -> x + 4_000);
    Vectors b = Data.gaussian(120, 5, 8);
    assertEquals(WholeMatrices.mutual(a, b, 6), score(a, b, 6), 1e-15);
  }

  @Test
  void aZeroRowIsAtCosineZeroFromAll() {
    float[] numbers = Data.gaussian(40, 3, 9).toArray();
    java.util.Arrays.fill(numbers, 21, 27, 0);
    Vectors a = Vectors.of(numbers, 40, 3);
    Vectors b = Data.gaussian(40, 3, 10);
    assertEquals(WholeMatrices.mutual(a, b, 5), score(a, b, 5), 1e-15);
  }

  @Test
  void pairingAnewIsWhatASearchOfTheNewPairsGives() {
    Vectors a = Data.gaussian(90, 4, 11);
    Vectors b = Data.each(a, (x, column) -> x * (1 + column));
    int[] order = new int[90];
    for (int i = 0; i < 90; i++) {
      order[i] = (37 * i + 5) % 90;
    }
    assertEquals(
        score(a, b.rows(order), 7), MutualNeighbours.of(a, b, 7, Run.local()).score(order), 1e-15);
  }

  @Test
  void chanceIsWhatUnrelatedSpacesScore() {
    MutualNeighbours mutual =
        MutualNeighbours.of(
            Data.gaussian(1_000, 8, 12), Data.gaussian(1_000, 8, 13), 20, Run.local());
    assertEquals(20 / 999.0, mutual.chance(), 0);
    assertEquals(mutual.chance(), mutual.score(), 0.003);
    assertEquals(0, mutual.corrected(), 0.003);
  }

  @Test
  void whereEveryoneIsANeighbourNothingIsAboveChance() {
    MutualNeighbours mutual =
        MutualNeighbours.of(Data.gaussian(6, 2, 1), Data.gaussian(6, 2, 2), 5, Run.local());
    assertEquals(1, mutual.score(), 0);
    assertEquals(0, mutual.corrected(), 0);
  }

  @Test
  void asManyNeighboursAsRowsAreRefused() {
    Vectors a = Data.gaussian(10, 2, 1);
    InputException refused = assertThrows(InputException.class, () -> score(a, a, 10));
    assertEquals(
        "10 neighbours of each of 10 points; give a number from 1 to 9", refused.getMessage());
  }
}
