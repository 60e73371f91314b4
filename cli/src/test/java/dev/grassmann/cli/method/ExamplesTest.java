package dev.grassmann.cli.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.cli.Console;
import dev.grassmann.core.io.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every example of the help works on shipped data, in the order in which the help has them. */
final class ExamplesTest {
  @TempDir private static Path folder;

  @TestFactory
  List<DynamicTest> examples() {
    CommandTexts texts = CommandTexts.load();
    List<DynamicTest> tests = new ArrayList<>();
    for (String command : texts.commands()) {
      for (String example : texts.of(command).examples()) {
        Path out = folder.resolve("example-" + tests.size());
        tests.add(DynamicTest.dynamicTest(example, () -> works(example, out)));
      }
    }
    return tests;
  }

  private static void works(String example, Path freshOut) {
    List<String> words = new ArrayList<>(Arrays.asList(example.split(" ")));
    assertEquals("grassmann", words.remove(0));
    words.replaceAll(word -> word.startsWith("runs/") ? inFolder(word) : word);
    if (!words.contains("--out")) {
      words.addAll(List.of("--out", freshOut.toString()));
    }
    Path out = Path.of(words.get(words.indexOf("--out") + 1));
    Console console = Console.run(words.toArray(String[]::new));
    assertEquals(0, console.code(), console.err());
    assertTrue(Files.exists(out.resolve("run.json")) && Files.exists(out.resolve("report.html")));
    if (words.contains("--json")) {
      assertTrue(Json.parse(console.out(), "standard output").size() > 0);
    } else {
      assertTrue(console.out().lines().findFirst().orElse("").length() > 10, console.out());
    }
  }

  /** Each of the folders that a word names, with commas between them, below the test's own. */
  private static String inFolder(String word) {
    return Arrays.stream(word.split(","))
        .map(run -> folder.resolve(run).toString())
        .collect(Collectors.joining(","));
  }
}
