package dev.grassmann.tables.outrank;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.grassmann.core.data.Table;
import dev.grassmann.core.result.FeatureRanking;
import dev.grassmann.core.run.Run;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The lines that docs/systems/outrank.md shows, run. */
class DocsExampleTest {
  private static final int[] A = new SplittableRandom(1).ints(2_000, 0, 2).toArray();
  private static final int[] B = new SplittableRandom(2).ints(2_000, 0, 2).toArray();

  private final Table table =
      Fixtures.table(
          Fixtures.whole("a", A.length, i -> A[i]),
          Fixtures.whole("b", B.length, i -> B[i]),
          Fixtures.whole("class", A.length, i -> A[i] ^ B[i]));

  @Test
  void theShortCallRanks() {
    FeatureRanking ranking = new OutRank().rank(table, "class");
    assertEquals(2, ranking.scores().size());
  }

  @Test
  void theLongCallKeepsTheBestCombinations() {
    OutRankConfig config = OutRankConfig.DEFAULTS.with("order", 2).with("target", "class");
    OutRank method = new OutRank(config);
    FeatureRanking ranking = method.run(table, config, Run.seeded(0));
    Table best = method.kept(table, ranking, 20);
    assertEquals(List.of("class", "a AND b"), best.columnNames().subList(0, 2));
  }
}
