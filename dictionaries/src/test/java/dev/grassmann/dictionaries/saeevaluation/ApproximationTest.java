package dev.grassmann.dictionaries.saeevaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ApproximationTest {
  @Test
  void aPerfectReconstructionIsSufficientAndNecessary() {
    Approximation perfect = new Approximation(8, 0.5, 8, 0.5);
    assertEquals(1, perfect.sufficiency());
    assertEquals(1, perfect.necessity().getAsDouble());
  }

  @Test
  void whatLeavesTheComputationInTheRestIsNotNecessary() {
    assertEquals(0, new Approximation(8, 0, 8, 8).necessity().getAsDouble());
  }

  @Test
  void necessityIsUndefinedWhereAblationDoesNotHurt() {
    assertFalse(new Approximation(8, 7.3, 8, 8).necessity().isPresent());
  }

  @Test
  void partsOfAnAttentionScoreAddUpToIt() {
    AttentionScore score =
        AttentionScore.of(
            List.of(term("name", 1, 2, 0, 0), term("rest", 0, 0, 1, 0)),
            List.of(term("name", 0, 3, 0, 0), term("rest", 1, 0, -1, 4)));
    assertEquals((1 * 1 + 2 * 3 + 1 * -1) / 2.0, score.score(), 1e-9);
    AttentionScore.Pair most = score.pairs().get(0);
    assertEquals(new AttentionScore.Pair("name", "name", 3), most);
  }

  private static AttentionScore.Term term(String name, float... vector) {
    return new AttentionScore.Term(name, vector);
  }
}
