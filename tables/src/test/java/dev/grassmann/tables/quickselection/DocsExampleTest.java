package dev.grassmann.tables.quickselection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.grassmann.core.data.SparseMatrix;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.FeatureRanking;
import dev.grassmann.core.run.Run;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The lines that docs/systems/quickselection.md shows, run. */
class DocsExampleTest {
  private final Vectors vectors = MadelonLike.draw(100, 40, 0, new SplittableRandom(1));
  private final Table table = Tables.of(vectors);
  private final SparseMatrix sparseMatrix = matrix();

  private static SparseMatrix matrix() {
    int[] start = new int[101];
    Arrays.setAll(start, i -> i);
    int[] column = new int[100];
    Arrays.setAll(column, i -> i % 40);
    double[] value = new double[100];
    Arrays.fill(value, 1);
    return SparseMatrix.of(40, start, column, value);
  }

  @Test
  void theShortCallRanks() {
    FeatureRanking ranking = new QuickSelection().rank(table);
    assertEquals(40, ranking.scores().size());
  }

  @Test
  void theLongCallsRank() {
    QuickSelectionConfig config = QuickSelectionConfig.ROBUST.with("runs", 3);
    FeatureRanking steady = new QuickSelection(config).run(table, config, Run.seeded(7));
    FeatureRanking pixels = new QuickSelection().rank(vectors, Run.local());
    FeatureRanking words = new QuickSelection().rank(sparseMatrix, Run.local());
    assertEquals(List.of(40, 40, 40), List.of(size(steady), size(pixels), size(words)));
  }

  private static int size(FeatureRanking ranking) {
    return ranking.scores().size();
  }
}
