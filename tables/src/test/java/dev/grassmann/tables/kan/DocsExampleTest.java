package dev.grassmann.tables.kan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.result.FeatureRanking;
import dev.grassmann.core.run.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The lines that docs/systems/kan.md shows, run; and the page shows these lines. */
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

  @Test
  void thePageShowsTheseLines() throws IOException {
    Path root = Path.of("").toAbsolutePath();
    root = Files.exists(root.resolve("docs")) ? root : root.getParent();
    String page = Files.readString(root.resolve("docs/systems/kan.md"));
    String source =
        Files.readString(
            root.resolve("tables/src/test/java/dev/grassmann/tables/kan/DocsExampleTest.java"));
    List<String> shown = new ArrayList<>();
    boolean java = false;
    for (String line : page.lines().toList()) {
      java = line.equals("```java") || java && !line.equals("```");
      if (java && !line.startsWith("```")) {
        shown.add(line);
      }
    }
    assertEquals(3, shown.size());
    shown.forEach(line -> assertTrue(source.contains("    " + line + "\n"), line));
  }
}
