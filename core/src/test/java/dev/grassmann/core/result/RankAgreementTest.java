package dev.grassmann.core.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.grassmann.core.InputException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Figures: scipy.stats.spearmanr, and the overlap's definition written out in Python. */
class RankAgreementTest {
  private static List<String> list(String letters) {
    return Arrays.asList(letters.split(""));
  }

  @Test
  void spearmanIsSciPysWithTies() {
    double[] x = {0.5, 0.1, 0.1, 0.9, 0.3};
    double[] y = {2, 1, 3, 9, 3};
    assertEquals(0.5526315789473686, RankAgreement.spearman(x, y), 1e-12);
  }

  @Test
  void rankingsAreComparedOnTheFeaturesThatBothHave() {
    FeatureRanking one =
        new FeatureRanking(
            "m",
            "s",
            "",
            "",
            "t",
            9,
            List.of(FeatureScore.of("a", 3), FeatureScore.of("b", 2), FeatureScore.of("x", 9)));
    FeatureRanking other =
        new FeatureRanking(
            "m", "s", "", "", "t", 9, List.of(FeatureScore.of("b", 1), FeatureScore.of("a", 0)));
    assertEquals(-1, RankAgreement.spearman(one, other), 1e-12);
  }

  @Test
  void overlapFollowsItsDefinition() {
    assertEquals(
        0.678555, RankAgreement.rankBiasedOverlap(list("abcde"), list("bcfad"), 0.9), 1e-12);
    assertEquals(1, RankAgreement.rankBiasedOverlap(list("abc"), list("abcdef"), 0.8), 1e-12);
    assertEquals(0, RankAgreement.rankBiasedOverlap(list("abc"), list("xyz"), 0.8), 1e-12);
  }

  @Test
  void whatCannotBeComparedIsRefused() {
    assertEquals(
        "rankings of 1 and 1 features; give two of a size",
        assertThrows(
                InputException.class,
                () -> RankAgreement.spearman(new double[] {1}, new double[] {1}))
            .getMessage());
    assertEquals(
        "all features of a ranking score the same; give another",
        assertThrows(
                InputException.class,
                () -> RankAgreement.spearman(new double[] {1, 1}, new double[] {1, 2}))
            .getMessage());
    assertEquals(
        "persistence is 1.0; give a number above 0 and below 1",
        assertThrows(
                InputException.class,
                () -> RankAgreement.rankBiasedOverlap(list("a"), list("a"), 1))
            .getMessage());
    assertEquals(
        "a ranking is empty; give one feature at least",
        assertThrows(
                InputException.class,
                () -> RankAgreement.rankBiasedOverlap(List.of(), list("a"), 0.5))
            .getMessage());
  }
}
