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
  void aRankerNamedTwiceIsRefused() throws IOException {
    Console console = Console.run("rank", table().toString(), "--method", "outrank,outrank");
    assertEquals(2, console.code());
    assertTrue(
        console.err().contains("--method: 'outrank' is named twice; name it once"), console.err());
  }
}
