package dev.grassmann.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.InputException;
import dev.grassmann.core.io.TableFiles;
import dev.grassmann.core.result.FeatureRanking;
import dev.grassmann.tables.outrank.OutRank;
import dev.grassmann.tables.screening.MiScreening;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Encoders;
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
    Main.command(words).run(LocalSpark.session(), new PrintWriter(out), new PrintWriter(err));
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
  void screensAFileAndWritesTheColumnsThatAreKept() throws Exception {
    String kept = folder.resolve("kept.parquet").toString();
    String said =
        said(
            "rank",
            csv().toString(),
            "--target",
            "click",
            "--method",
            "mi-screening",
            "--keep",
            "1",
            "--kept",
            kept);
    FeatureRanking alone = new MiScreening().rank(TableFiles.read(csv()), "click");
    assertEquals(alone.headline(), said.lines().findFirst().orElseThrow());
    assertArrayEquals(
        new String[] {"colour", "click"}, LocalSpark.session().read().parquet(kept).columns());
    String[] again = {"rank", csv().toString(), "--target", "click", "--kept", kept};
    assertEquals(kept + ": exists already; give another place, or remove it", refusal(again));
  }

  @Test
  void drawsDocumentsAndWritesThem() throws Exception {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      lines.add((i % 5 == 0 ? "ship sail sea " : "field plough corn ").repeat(4) + i);
    }
    Path raw = Files.write(folder.resolve("raw.txt"), lines);
    Path target = Files.writeString(folder.resolve("target.txt"), "sea ship sail\n".repeat(20));
    String kept = folder.resolve("drawn").toString();
    Path out = folder.resolve("run");
    String[] words = {
      "sample",
      raw.toString(),
      "--target",
      target.toString(),
      "--k",
      "50",
      "--kept",
      kept,
      "--smoothing",
      "1",
      "--min-length",
      "2",
      "--out",
      out.toString()
    };
    assertTrue(said(words).startsWith("50 of 500 documents of raw.txt, mean log weight "));
    List<String> drawn =
        LocalSpark.session()
            .read()
            .parquet(kept)
            .select("text")
            .as(Encoders.STRING())
            .collectAsList();
    assertEquals(50, drawn.size());
    assertTrue(drawn.stream().allMatch(text -> text.startsWith("ship")));
    assertTrue(Files.readString(out.resolve("sample.json")).contains("\"drawn\" : 50"));
    assertTrue(Files.readString(out.resolve("run.json")).contains("\"minLength\" : 2"));
  }

  @Test
  void refusesInOneSentence() {
    assertEquals("no command was given; the commands are: rank, sample", refusal());
    assertEquals(
        "there is no command 'rnak'; the commands are: rank, sample",
        refusal("rnak", "clicks.csv"));
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
        "--method: there is no method 'lasso'; the methods on a cluster are outrank, mi-screening",
        refusal("rank", "a.csv", "--method", "lasso"));
    assertEquals(
        "--format: unknown format 'xml'; formats are parquet, orc, json, jsonl, csv, tsv, txt,"
            + " table",
        refusal("rank", "a.csv", "--target", "y", "--format", "xml"));
    assertEquals(
        "--kept: was not given; sample needs it",
        refusal("sample", "raw.txt", "--target", "t.txt", "--k", "5"));
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
