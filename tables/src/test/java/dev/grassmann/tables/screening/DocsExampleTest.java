package dev.grassmann.tables.screening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.data.Table;
import dev.grassmann.core.result.FeatureRanking;
import dev.grassmann.tables.screening.mixed.MixedFit;
import dev.grassmann.tables.screening.mixed.MixedRegression;
import dev.grassmann.tables.screening.sparse.ScadRanking;
import dev.grassmann.tables.screening.sparse.SparseFit;
import dev.grassmann.tables.screening.sparse.SparseRegression;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The lines that docs/systems/screening.md shows, run. */
class DocsExampleTest {
  private final Table table =
      Samples.table(
          Samples.numbers("season", 300, i -> i),
          Samples.noise("noise", 300, 1),
          Samples.numbers("extent", 300, i -> Math.sin(i / 50.0)));

  @Test
  void theTableIsRankedAndKept() {
    FeatureRanking ranking = new MiScreening().rank(table, "extent");
    Table kept = MiScreening.kept(table, ranking);
    assertEquals(List.of("extent", "season"), kept.columnNames().subList(0, 2));
  }

  @Test
  void oneColumnIsScored() {
    ColumnScorer scorer = new ColumnScorer(MiScreeningConfig.DEFAULTS, table.column("extent"), 0);
    double nats = scorer.score(table.column("season"));
    assertTrue(nats > 0.5);
  }

  @Test
  void theTableIsExplainedByFewColumns() {
    SparseFit fit = new SparseRegression().fit(table, "extent");
    FeatureRanking columns = new ScadRanking().rank(table, "extent");
    assertEquals("season", columns.order().get(0));
    assertTrue(fit.explained() > 0.05);
  }

  @Test
  void theVisitsAreFitted() {
    double[] noise = Samples.normal(120, 5);
    Table visits =
        Samples.table(
            Samples.numbers("dose", 120, i -> i % 7),
            Samples.numbers("subject", 120, i -> i / 6),
            Samples.numbers("score", 120, i -> i % 7 + i / 6 % 3 + noise[i]));
    MixedFit fit = new MixedRegression().fit(visits, "score", "subject");
    assertEquals(1, fit.effect("dose"), 0.2);
  }
}
