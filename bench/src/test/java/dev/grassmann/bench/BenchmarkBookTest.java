package dev.grassmann.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarkBookTest {
  private static final Machine MACHINE = new Machine(2, "Some CPU", "17.0.1", "2026-01-02", 2.25);

  @TempDir Path folder;

  private static Row row(String system, double ours, double theirs) {
    Pairs pairs =
        new Pairs(new double[] {ours, ours, 2 * ours}, new double[] {theirs, theirs, theirs});
    Spread ratio = pairs.ratio();
    return new Row(
        system,
        "4 rows",
        "wall",
        "peer 1.0",
        3,
        Spread.of(pairs.ours()),
        Spread.of(pairs.theirs()),
        ratio,
        false,
        Answers.within(3e-7, 1e-5, "scores"),
        Target.ratio(ratio, 5),
        MACHINE);
  }

  @Test
  void readsBackWhatItWrote() {
    List<Row> rows = List.of(row("outrank", 1, 10), row("outrank", 0.5, 1));
    new BenchmarkBook(folder).record(rows);
    assertEquals(rows, new BenchmarkBook(folder).rows());
  }

  @Test
  void replacesTheRowsOfTheSystemsThatRanAgainAndKeepsTheOthers() {
    BenchmarkBook book = new BenchmarkBook(folder);
    book.record(List.of(row("engine", 1, 1), row("mpsae", 1, 30)));
    book.record(List.of(row("outrank", 1, 10), row("engine", 1, 2)));
    assertEquals(
        List.of(row("outrank", 1, 10), row("mpsae", 1, 30), row("engine", 1, 2)), book.rows());
  }

  @Test
  void saysOnThePageWhatWasReachedAndWhatWasNot() throws IOException {
    new BenchmarkBook(folder).record(List.of(row("outrank", 1, 10), row("engine", 1, 2)));
    String page = Files.readString(folder.resolve("benchmarks.md"));
    assertTrue(
        page.contains(
            "| 4 rows | wall | peer 1.0 | 1 | 10 | 10 (5 to 10; 3 pairs, load 2.3) | yes: scores differ by at"
                + " most 3.0e-07 (allowed 1.0e-05) | ratio at least 5: met |"),
        page);
    assertTrue(page.contains("| 2 (1 to 2; 3 pairs, load 2.3) |"), page);
    assertTrue(page.contains("ratio at least 5: **missed** |"), page);
    assertTrue(page.contains("- engine: Some CPU, 2 cores, Java 17.0.1, 2026-01-02"), page);
  }

  @Test
  void marksAPeerThatDidNotFinishAsALowerBound() {
    Spread limit = new Spread(120, 120, 120);
    Spread ours = new Spread(8, 8, 8);
    Row row =
        new Row(
            "outrank",
            "order 2",
            "wall",
            "peer 1.0",
            1,
            ours,
            limit,
            new Spread(15, 15, 15),
            true,
            new Answers(false, ""),
            Target.below(ours, 60),
            MACHINE);
    String page = BenchmarkPage.of(List.of(row));
    assertTrue(
        page.contains(
            "| 8 | > 120 | > 15 (15 to 15; 1 pair, load 2.3) | not compared: the peer did not finish | ours"
                + " below 60 s: met |"),
        page);
  }

  @Test
  void marksUnequalAnswers() {
    Row good = row("outrank", 1, 10);
    Row bad =
        new Row(
            good.system(),
            good.work(),
            good.figure(),
            good.peer(),
            good.pairs(),
            good.ours(),
            good.theirs(),
            good.ratio(),
            false,
            Answers.within(0.5, 1e-5, "scores"),
            good.target(),
            MACHINE);
    assertTrue(BenchmarkPage.of(List.of(bad)).contains("**no**: scores differ by at most 0.50"));
    assertTrue(bad.line().contains("ANSWERS DIFFER"));
  }
}
