package dev.grassmann.cli.rankers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.cli.Console;
import dev.grassmann.core.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RankersPageTest {
  private static final double NONE = Double.NaN;

  private static Standing of(String data, String ranker, int kept, double quality) {
    return new Standing(data, 90, "macro F1", ranker, kept, quality, 0.5, 1.25, "");
  }

  private static List<Standing> mushrooms() {
    return List.of(
        of("mushrooms", "all", 22, 1),
        of("mushrooms", "random order", 1, 0.5),
        of("mushrooms", "random order", 2, 0.6),
        of("mushrooms", "lasso", 1, 0.6),
        of("mushrooms", "lasso", 2, 0.7),
        of("mushrooms", "outrank", 1, 0.8),
        of("mushrooms", "outrank", 2, 1.0),
        new Standing(
            "mushrooms", 90, "macro F1", "kan-l1", 0, NONE, NONE, NONE, "too wide, by far"));
  }

  @Test
  void theBestIsBoldAndTheWayIsMeasuredFromChance() {
    String page = new RankersPage(mushrooms()).figures();
    assertTrue(page.contains("| outrank | **0.900** | 100 % |\n"), page);
    assertTrue(page.contains("| lasso | 0.650 | 29 % |\n"), page); // (.65 - .55) / (.9 - .55)
    assertTrue(page.contains("| outrank | 0.800 | 1.000 | 0.900 | 0.500 | 1.25 |\n"), page);
    assertTrue(page.contains("| kan-l1 | left out: too wide, by far | | | | |\n"), page);
    int section = page.indexOf("### mushrooms");
    assertTrue(page.indexOf("| kan-l1 |", section) > page.indexOf("| lasso |", section), page);
  }

  @Test
  void figuresAreWrittenBetweenTheMarksAndWordsStay(@TempDir Path folder) throws IOException {
    Path page = folder.resolve("rankers.md");
    Files.writeString(page, "# Words\n" + RankersPage.BEGIN + "old" + RankersPage.END + "\nmore\n");
    new RankersPage(mushrooms()).writeInto(page);
    String text = Files.readString(page);
    assertTrue(text.startsWith("# Words\n" + RankersPage.BEGIN), text);
    assertTrue(text.endsWith(RankersPage.END + "\nmore\n"), text);
    assertTrue(!text.contains("old") && text.contains("| outrank |"), text);
    Files.writeString(page, "# Words\n");
    assertEquals(
        page
            + ": has no place for the figures; put back the line <!-- figures: written by"
            + " 'grassmann rankers' -->",
        assertThrows(InputException.class, () -> new RankersPage(mushrooms()).writeInto(page))
            .getMessage());
  }

  @Test
  void oneDataSetsFiguresReplaceItsOwnOnly(@TempDir Path folder) {
    StandingsFile file = new StandingsFile(folder.resolve("rankers.csv"));
    file.merge("mushrooms", mushrooms());
    file.merge("colon", List.of(of("colon", "lasso", 5, 0.75)));
    List<Standing> fresh = List.of(of("mushrooms", "lasso", 1, 0.25));
    List<Standing> merged = file.merge("mushrooms", fresh);
    assertEquals(merged, file.read());
    assertEquals(List.of(of("mushrooms", "lasso", 1, 0.25), of("colon", "lasso", 5, 0.75)), merged);
  }

  @Test
  void anUnknownDataSetIsRefused() {
    Console console = Console.run("rankers", "iris", "--docs", "nowhere");
    assertEquals(2, console.code());
    assertTrue(
        console
            .err()
            .contains(
                "rankers are not compared on 'iris'; data sets are mushrooms, diamonds, bank32nh,"
                    + " breast-cancer, colon, news20; 'grassmann select' compares them on any"
                    + " table"),
        console.err());
  }
}
