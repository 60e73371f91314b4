package dev.grassmann.cli.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.cli.Console;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.io.TableFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SideBySideTest {
  @TempDir private Path folder;

  /** The class is whether a + b is above 0; c and d are noise. */
  private Path table() throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    StringBuilder csv = new StringBuilder("c,a,b,d,class\n");
    for (int i = 0; i < 400; i++) {
      double a = random.nextGaussian();
      double b = random.nextGaussian();
      csv.append(random.nextGaussian()).append(',').append(a).append(',').append(b);
      csv.append(',').append(random.nextGaussian()).append(',').append(a + b > 0 ? "yes" : "no");
      csv.append('\n');
    }
    return Files.writeString(folder.resolve("t.csv"), csv);
  }

  @Test
  void rankersShareOptionsAndAModelJudgesTheirBest() throws IOException {
    Path run = folder.resolve("run");
    Path kept = folder.resolve("best.parquet");
    Console console =
        Console.run(
            "rank",
            table().toString(),
            "--target",
            "class",
            "--method",
            "outrank,mutual-information",
            "--bins",
            "8",
            "--judge",
            "linear",
            "--retained",
            "1,2",
            "--keep",
            "2:" + kept,
            "--out",
            run.toString());
    assertEquals(0, console.code(), console.err());
    assertTrue(console.out().contains("macro F1 of logistic regression"), console.out());
    JsonNode json = Json.read(run.resolve("comparison.json"));
    assertEquals("OutRank", json.get("methods").get(0).asText());
    assertEquals(3, json.get("retention").size());
    assertTrue(json.get("retention").get(0).get("points").get(1).get("score").asDouble() > 0.9);
    assertEquals(300, json.get("rankings").get(0).get("rows").asInt(), "a quarter is held out");
    List<String> names = TableFiles.read(kept).columnNames();
    assertEquals("class", names.get(0));
    assertEquals(List.of("a", "b"), names.subList(1, 3).stream().sorted().toList());
    assertTrue(Files.exists(run.resolve("outrank/ranking.csv")));
    assertTrue(Files.exists(run.resolve("mutual-information/run.json")));
  }

  @Test
  void withoutAModelEveryRowIsRanked() throws IOException {
    Path run = folder.resolve("run");
    Console console =
        Console.run(
            "rank",
            table().toString(),
            "--target",
            "class",
            "--method",
            "outrank,mutual-information",
            "--judge",
            "none",
            "--out",
            run.toString());
    assertEquals(0, console.code(), console.err());
    JsonNode json = Json.read(run.resolve("comparison.json"));
    assertEquals(0, json.get("retention").size());
    assertEquals(400, json.get("rankings").get(0).get("rows").asInt());
  }

  @Test
  void aRankerWithoutATargetDoesNotRankTheOthersTarget() throws IOException {
    // the target has the name that nobody needs to give, and --target is not given
    Path table = folder.resolve("label.csv");
    Files.writeString(table, Files.readString(table()).replace("d,class", "d,label"));
    Path run = folder.resolve("run");
    Console console =
        Console.run(
            "rank",
            table.toString(),
            "--method",
            "quickselection,mutual-information",
            "--hidden",
            "60",
            "--epsilon",
            "1",
            "--judge",
            "linear",
            "--retained",
            "1",
            "--out",
            run.toString());
    assertEquals(0, console.code(), console.err());
    JsonNode json = Json.read(run.resolve("comparison.json"));
    List<String> ranked = new ArrayList<>();
    json.get("rankings").get(0).get("features").forEach(f -> ranked.add(f.get("feature").asText()));
    assertEquals(List.of("a", "b", "c", "d"), ranked.stream().sorted().toList());
    assertTrue(
        console.out().contains("ranks of the columns of 300 rows of label.csv, explaining label"),
        console.out());
  }

  @Test
  void theReportNamesTheCommandThatMadeIt() throws IOException {
    Path run = folder.resolve("run");
    Console.run(
        "rank",
        table().toString(),
        "--target",
        "class",
        "--method",
        "outrank,mutual-information",
        "--judge",
        "none",
        "--out",
        run.toString());
    String report = Files.readString(run.resolve("report.html"));
    assertTrue(report.contains("grassmann rank --method outrank,mutual-information"), report);
    assertTrue(Files.exists(run.resolve("outrank/report.html")));
  }

  @Test
  void aRankerNamedTwiceIsRefused() throws IOException {
    Console console = Console.run("rank", table().toString(), "--method", "outrank,outrank");
    assertEquals(2, console.code());
    assertTrue(
        console.err().contains("--method: 'outrank' is named twice; name it once"), console.err());
  }
}
