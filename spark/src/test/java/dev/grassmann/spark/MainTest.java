package dev.grassmann.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.InputException;
import dev.grassmann.core.io.TableFiles;
import dev.grassmann.core.result.FeatureRanking;
import dev.grassmann.tables.outrank.OutRank;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LocalSpark.class)
class MainTest {
  @TempDir Path folder;

  private Path csv() throws Exception {
    StringBuilder text = new StringBuilder("colour,size,click\n");
    for (int i = 0; i < 2_000; i++) {
      text.append(i % 3 == 0 ? "red" : "blue").append(',').append(i % 7);
      text.append(',').append(i % 3 == 0 || i % 11 == 0 ? 1 : 0).append('\n');
    }
    return Files.writeString(folder.resolve("clicks.csv"), text);
  }

  private static String said(String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Main.run(LocalSpark.session(), new PrintWriter(out), new PrintWriter(err), words);
    return out.toString();
  }

  @Test
  void ranksAFileAndLeavesTheFilesOfARun() throws Exception {
    Path out = folder.resolve("run");
    String said = said("rank", csv().toString(), "--target", "click", "--out", out.toString());
    FeatureRanking alone = new OutRank().rank(TableFiles.read(csv()), "click");
    assertEquals(alone.headline(), said.lines().findFirst().orElseThrow());
    assertTrue(Files.readString(out.resolve("run.json")).contains("\"target\" : \"click\""));
    try (var files = Files.list(out)) {
      assertTrue(files.count() > 1);
    }
  }

  @Test
  void refusesInOneSentence() {
    assertEquals("no command was given; the commands are: rank", refusal());
    assertEquals(
        "there is no command 'rnak'; the commands are: rank", refusal("rnak", "clicks.csv"));
    assertEquals(
        "rank: no input was named; give a file, folder or table", refusal("rank", "--json"));
    assertEquals(
        "b.csv: one input is needed, there is a second; give one",
        refusal("rank", "a.csv", "b.csv"));
    assertEquals(
        "--seed: was given twice; give it once",
        refusal("rank", "a.csv", "--seed", "1", "--seed", "2"));
    assertEquals(
        "--seed: 'x' is no whole number; give one", refusal("rank", "a.csv", "--seed", "x"));
    assertEquals(
        "--json: 'yes' is neither true nor false; give one of them",
        refusal("rank", "a.csv", "--json", "yes"));
    assertEquals(
        "--format: unknown format 'xml'; formats are parquet, orc, json, csv, tsv, table",
        refusal("rank", "a.csv", "--format", "xml"));
    String[] absent = {"rank", folder.resolve("no.csv").toString(), "--target", "click"};
    InputException refused = assertThrows(InputException.class, () -> said(absent));
    assertEquals(absent[1], refused.where());
    assertEquals("check the path, or give --format", refused.mend());
  }

  private static String refusal(String... words) {
    return assertThrows(InputException.class, () -> said(words), Arrays.toString(words))
        .getMessage();
  }
}
