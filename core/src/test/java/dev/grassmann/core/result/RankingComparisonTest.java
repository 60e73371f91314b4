package dev.grassmann.core.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.result.FeatureScore.Role;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankingComparisonTest {
  private static FeatureRanking ranking(String method, Object... featuresAndScores) {
    List<FeatureScore> scores = new ArrayList<>();
    for (int i = 0; i < featuresAndScores.length; i += 2) {
      double score = ((Number) featuresAndScores[i + 1]).doubleValue();
      scores.add(FeatureScore.of((String) featuresAndScores[i], score));
    }
    return new FeatureRanking(method, "score", "", "y", "t", 10, scores);
  }

  private static RankingComparison of(FeatureRanking... rankings) {
    return new RankingComparison(List.of(rankings), List.of(), "");
  }

  @Test
  void ranksOfTheSameOrderCorrelateWhateverTheScores() {
    double[][] rho =
        of(ranking("A", "x", 3, "y1", 2, "z", 1), ranking("B", "x", 900, "y1", 5, "z", 4.9))
            .correlations();
    assertEquals(1, rho[0][1], 1e-12);
    assertEquals(1, rho[0][0]);
  }

  @Test
  void correlationIsSpearmansWithTies() {
    // scipy.stats.spearmanr([4, 3, 2, 1, 0], [1, 5, 5, 0, 2]) = 0.15389675281277312
    double rho =
        of(
                ranking("A", "a", 4, "b", 3, "c", 2, "d", 1, "e", 0),
                ranking("B", "a", 1, "b", 5, "c", 5, "d", 0, "e", 2))
            .correlations()[0][1];
    assertEquals(0.15389675281277312, rho, 1e-12);
  }

  @Test
  void aRankingOfEqualScoresAgreesWithNobody() {
    RankingComparison comparison = of(ranking("A", "a", 1, "b", 1), ranking("B", "a", 2, "b", 1));
    assertTrue(Double.isNaN(comparison.correlations()[0][1]));
    assertEquals("2 rankings put a first on the whole.", comparison.headline());
  }

  @Test
  void whatARankingLeavesOutCountsAsItsLast() {
    List<RankingComparison.Mean> means =
        of(ranking("A", "a", 3, "b", 2, "c", 1), ranking("B", "b", 2, "a", 1)).meanRanks();
    assertEquals(
        List.of(
            new RankingComparison.Mean("a", 1.5),
            new RankingComparison.Mean("b", 1.5),
            new RankingComparison.Mean("c", 3)),
        means);
  }

  @Test
  void controlsAreNotRanked() {
    FeatureScore noise = new FeatureScore("noise", Role.CONTROL, 9, 0, 1, 0, 100);
    FeatureRanking one =
        new FeatureRanking("A", "score", "", "y", "t", 10, List.of(noise, FeatureScore.of("a", 1)));
    assertEquals(
        List.of(new RankingComparison.Mean("a", 1)), of(one, ranking("B", "a", 1)).meanRanks());
  }
}
