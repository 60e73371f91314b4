package dev.grassmann.compare.measures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

class CkaTest {
  /** Figures: make_measures.py beside measures.json. */
  @ParameterizedTest
  @ValueSource(strings = {"small", "moreColumnsThanRows", "unrelated", "rectified"})
  void agreesWithTheFormulasOnWholeMatrices(String name) {
    JsonNode truth = Data.fixture(name);
    Vectors a = Data.vectors(truth.get("x"));
    Vectors b = Data.vectors(truth.get("y"));
    PairMoments moments = PairMoments.of(a, b);
    assertEquals(truth.get("biased").asDouble(), Cka.biased(moments), 1e-12);
    assertEquals(truth.get("unbiased").asDouble(), Cka.unbiased(moments), 1e-12);
    Hsic hsic = Hsic.unbiased(moments);
    assertEquals(truth.get("hsic").get(0).asDouble(), hsic.ab(), 1e-12);
    assertEquals(truth.get("hsic").get(1).asDouble(), hsic.aa(), 1e-12);
    assertEquals(truth.get("hsic").get(2).asDouble(), hsic.bb(), 1e-12);
    int batch = truth.get("minibatch").get("batch").asInt();
    assertEquals(
        truth.get("minibatch").get("value").asDouble(),
        Cka.minibatch(a, b, batch, Run.local()),
        1e-12);
  }

  @Test
  void anUnbiasedScoreBelowZeroIsGivenAsItIs() {
    assertTrue(Data.fixture("unrelated").get("unbiased").asDouble() < -0.02);
  }

  @ParameterizedTest
  @CsvSource({"4, 1, 1", "5, 3, 1", "17, 1, 9", "64, 8, 8", "101, 130, 7"})
  void agreesWithItselfOnWholeMatricesAtAwkwardSizes(int n, int p, int q) {
    Vectors a = Data.gaussian(n, p, 1);
    Vectors b = Data.gaussian(n, q, 2);
    PairMoments moments = PairMoments.of(a, b);
    assertEquals(WholeMatrices.biased(a, b).cka(), Cka.biased(moments), 1e-12);
    Hsic expected = WholeMatrices.unbiased(a, b);
    Hsic hsic = Hsic.unbiased(moments);
    double size = Math.sqrt(WholeMatrices.biased(a, b).aa() * WholeMatrices.biased(a, b).bb());
    assertEquals(expected.ab(), hsic.ab(), 1e-12 * size);
    assertEquals(expected.aa(), hsic.aa(), 1e-12 * WholeMatrices.biased(a, b).aa());
    assertEquals(expected.bb(), hsic.bb(), 1e-12 * WholeMatrices.biased(a, b).bb());
  }

  @Test
  void aRotatedShiftedScaledCopyIsTheSame() {
    Vectors a = Data.gaussian(300, 12, 3);
    Vectors b = Data.each(Data.times(a, Data.rotation(12, 4)), (x, column) -> 7 * x + 2 * column);
    PairMoments moments = PairMoments.of(a, b);
    assertEquals(1, Cka.biased(moments), 1e-9);
    assertEquals(1, Cka.unbiased(moments), 1e-9);
    assertEquals(1, Cka.minibatch(a, b, 100, Run.local()), 1e-9);
  }

  @Test
  void aGeneralLinearImageIsNotTheSame() {
    Vectors a = Data.gaussian(300, 12, 3);
    Vectors b = Data.each(a, (x, column) -> x * (1 << column / 2));
    PairMoments moments = PairMoments.of(a, b);
    assertTrue(Cka.biased(moments) < 0.9, () -> "biased " + Cka.biased(moments));
    assertTrue(Cka.unbiased(moments) < 0.9, () -> "unbiased " + Cka.unbiased(moments));
  }

  /** In float32 and about the origin, such a shift destroys the figure. */
  @ParameterizedTest
  @ValueSource(ints = {1_000, -4_096})
  void addingAConstantToEveryColumnChangesNothing(int shift) {
    Vectors a = Data.onGrid(Data.gaussian(200, 9, 5));
    Vectors b = Data.onGrid(Data.times(a, Data.rotation(9, 6)));
    PairMoments plain = PairMoments.of(a, b);
    PairMoments shifted =
        PairMoments.of(
            Data.each(a, (x, column) -> x + shift), Data.each(b, (x, column) -> x - shift));
    assertEquals(Cka.biased(plain), Cka.biased(shifted), 1e-12);
    assertEquals(Cka.unbiased(plain), Cka.unbiased(shifted), 1e-12);
  }

  /** For large n the biased score of unrelated Gaussian rows tends to d / (n + d). */
  @Test
  void unrelatedSpacesScoreNothingOnlyWhenUnbiased() {
    PairMoments large = PairMoments.of(Data.gaussian(1_000, 200, 7), Data.gaussian(1_000, 200, 8));
    assertEquals(0.166, Cka.biased(large), 0.01);
    assertEquals(0, Cka.unbiased(large), 0.01);
    PairMoments small = PairMoments.of(Data.gaussian(200, 400, 9), Data.gaussian(200, 400, 10));
    assertEquals(0.666, Cka.biased(small), 0.01);
    assertEquals(0, Cka.unbiased(small), 0.03);
  }

  @Test
  void batchesAverageToTheWhole() {
    Vectors a = Data.gaussian(2_560, 6, 11);
    SplittableRandom noise = new SplittableRandom(12);
    Vectors b = Data.each(a, (x, column) -> (float) (x + noise.nextGaussian()));
    double whole = Hsic.unbiased(PairMoments.of(a, b)).ab();
    int batches = 40;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < batches; i++) {
      double part =
          Hsic.unbiased(
                  PairMoments.of(a.slice(i * 64, (i + 1) * 64), b.slice(i * 64, (i + 1) * 64)))
              .ab();
      sum += part;
      squares += part * part;
    }
    double mean = sum / batches;
    double error = Math.sqrt((squares / batches - mean * mean) / (batches - 1));
    assertEquals(whole, mean, 2 * error);
    assertEquals(mean, Cka.batches(a, b, 64, Run.local()).ab(), 1e-12);
  }

  @Test
  void theLastIncompleteBatchIsLeftOut() {
    Vectors a = Data.gaussian(25, 3, 13);
    Vectors b = Data.gaussian(25, 2, 14);
    assertEquals(
        Cka.minibatch(a.slice(0, 20), b.slice(0, 20), 10, Run.local()),
        Cka.minibatch(a, b, 10, Run.local()),
        0);
  }

  @Test
  void extremeNumbersNeitherOverflowNorVanish() {
    Vectors a = Data.gaussian(50, 4, 15);
    Vectors b = Data.gaussian(50, 3, 16);
    PairMoments plain = PairMoments.of(a, b);
    PairMoments extreme =
        PairMoments.of(
            Data.each(a, (x, column) -> x * 0x1p120f), Data.each(b, (x, column) -> x * 0x1p-100f));
    assertEquals(Cka.unbiased(plain), Cka.unbiased(extreme), 1e-12);
    assertEquals(Cka.biased(plain), Cka.biased(extreme), 1e-12);
  }

  @Test
  void threeRowsAreTooFewForTheUnbiasedScore() {
    PairMoments moments = PairMoments.of(Data.gaussian(3, 2, 1), Data.gaussian(3, 2, 2));
    InputException refused = assertThrows(InputException.class, () -> Cka.unbiased(moments));
    assertEquals("there are 3 rows; the measure needs at least 4", refused.getMessage());
  }

  @Test
  void aSpaceWithoutVarianceIsRefused() {
    Vectors constant = Data.each(Data.gaussian(5, 2, 1), (x, column) -> 0.1f + column);
    PairMoments moments = PairMoments.of(Data.gaussian(5, 3, 2), constant);
    String message =
        "all 5 rows of B are equal; a space without variance is like nothing: give rows that differ";
    InputException refused = assertThrows(InputException.class, () -> Cka.unbiased(moments));
    assertEquals(message, refused.getMessage());
    refused = assertThrows(InputException.class, () -> Cka.biased(moments));
    assertEquals(message, refused.getMessage());
  }

  /**
   * Rows that are all at right angles: K without its diagonal is zero, and so is HSIC with itself.
   */
  @Test
  void rowsThatAreAllEquallyAlikeHaveNoUnbiasedScore() {
    float[][] corners = new float[6][6];
    for (int i = 0; i < 6; i++) {
      corners[i][i] = 3;
    }
    PairMoments moments = PairMoments.of(Vectors.of(corners), Data.gaussian(6, 2, 1));
    InputException refused = assertThrows(InputException.class, () -> Cka.unbiased(moments));
    assertEquals(
        "any two rows of A are equally alike, so unbiased CKA is 0 / 0; use the biased one"
            + " (cka-biased) or more rows",
        refused.getMessage());
    assertTrue(Cka.biased(moments) > 0);
  }

  @Test
  void batchesThatCannotBeFilledAreRefused() {
    Vectors a = Data.gaussian(9, 2, 1);
    InputException refused =
        assertThrows(InputException.class, () -> Cka.minibatch(a, a, 10, Run.local()));
    assertEquals(
        "batches of 10 of 9 rows; give batches of at least 4 rows, and rows for at least one batch",
        refused.getMessage());
    refused = assertThrows(InputException.class, () -> Cka.minibatch(a, a, 3, Run.local()));
    assertEquals(
        "batches of 3 of 9 rows; give batches of at least 4 rows, and rows for at least one batch",
        refused.getMessage());
  }
}
