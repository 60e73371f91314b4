package dev.grassmann.tables.kan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.result.FeatureRanking;
import dev.grassmann.core.run.Run;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The lines that docs/systems/kan.md shows, run. */
class DocsExampleTest {
  private final Table table = table();

  private static Table table() {
    Table square = Tables.square(120, true);
    List<Column> columns = new ArrayList<>(square.select(List.of("x", "noise0")).columns());
    columns.add(Tables.texts("class", 120, row -> square.column("y").text(row)));
    return new Table("square", columns);
  }

  @Test
  void theShortCallRanks() {
    FeatureRanking ranking = new KanL1().rank(table, "class");
    assertEquals("x", ranking.order().get(0));
  }

  @Test
  void theLongCallTrainsThreeNetworksAFold() {
    KanConfig config = KanConfig.DEFAULTS.with("target", "class").with("seeds", 3);
    FeatureRanking ranking = new KanKo().run(table, config, Run.seeded(0));
    assertEquals(15, ranking.scores().get(0).batches());
  }
}
