package dev.grassmann.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exit codes, and every refusal in full. */
final class UsageTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "systms|grassmann: there is no command 'systms'; did you mean 'systems'? see 'grassmann --help'",
        "qqqqq|grassmann: there is no command 'qqqqq'; see 'grassmann --help'",
        "systems --jsn|grassmann systems: there is no option '--jsn'; did you mean '--json'? see 'grassmann systems --help'",
        "systems x|grassmann systems: 'x' is one argument too many; see 'grassmann systems --help'",
        "data mushroms|grassmann: there is no data set 'mushroms'; did you mean 'mushrooms'? see 'grassmann data'",
        "reproduce outrnk|grassmann: there is no proof of a system 'outrnk'; did you mean 'outrank'? PROOFS",
        "reproduce --tier|grassmann reproduce: --tier needs a value; see 'grassmann reproduce --help'",
        "rank mushroms --target class|grassmann: mushroms: there is no such file, nor a data set of this name; did you mean 'mushrooms'? check the path, or see 'grassmann data'",
        "rank mushrooms --target class --method nosuch|grassmann: --method: there is no method 'nosuch'; methods of 'rank' are METHODS",
        "rank --target class|grassmann: one file is needed, given: none; usage: TABLE",
        "rank a b --target class|grassmann: one file is needed, given: a b; usage: TABLE",
        "rank mushrooms --target class --resume|grassmann: --resume: there is nothing to resume; give the folder of the earlier run as --out",
        "rank mushrooms --target class --batch 7|grassmann: --batch: is 7; allowed: 1,025 to 16,777,216 rows",
        "rank mushrooms --target class --batch many|grassmann: --batch: 'many' is not a whole number; allowed: 1,025 to 16,777,216 rows",
        "rank mushrooms --target class --threads 0|grassmann: --threads is 0; give a number from 1 to 4096",
        "rank mushrooms --target class --device tpu|grassmann: unknown device 'tpu'; give cpu or cuda",
        "rank mushrooms --targe class|grassmann rank: there is no option '--targe'; did you mean '--target'? see 'grassmann rank --help'"
      })
  void refusesInOneLineAndExitsWithTwo(String line, String refusal) {
    Console console = Console.run(line.split(" "));
    String said = console.err().strip();
    if (refusal.endsWith("PROOFS")) {
      said = said.replaceAll("there are outrank.*", "PROOFS").replaceAll("there are .*", "PROOFS");
    }
    if (refusal.endsWith("METHODS")) {
      said = said.replaceAll("are outrank.*", "are METHODS");
    }
    assertEquals(refusal, said);
    assertEquals(2, console.code());
    assertEquals("", console.out());
  }

  /** Also of a method that computes without libtorch: nobody is to think that a card was used. */
  @ParameterizedTest
  @ValueSource(
      strings = {"rank mushrooms --target class", "sae train digits8x8", "explore digits8x8"})
  void refusesACardThatIsNotThere(String line) {
    assumeFalse(torch.cuda_is_available());
    Console console = Console.run((line + " --device cuda").split(" "));
    assertEquals(
        "grassmann: there is no CUDA device that this libtorch can use; give --device cpu, or run a"
            + " build with the CUDA natives on a machine with a card",
        console.err().strip());
    assertEquals(2, console.code());
  }

  @Test
  void printsHelpOnStandardOutputWhenAsked() {
    Console console = Console.run("rank", "--help");
    assertEquals(0, console.code());
    assertTrue(console.out().startsWith("Usage: grassmann rank [OPTIONS] TABLE\n"), console.out());
    assertTrue(console.out().contains("\n  grassmann rank mushrooms --target class\n"));
    assertEquals("", console.err());
  }

  @Test
  void printsHelpOnStandardErrorWhenNoCommandWasGiven() {
    Console console = Console.run();
    assertEquals(2, console.code());
    assertTrue(console.err().startsWith("Usage: grassmann [-hV] [COMMAND]"), console.err());
    assertEquals("", console.out());
  }

  @Test
  void leavesAWholeFolder() throws IOException {
    Path run = folder.resolve("run");
    Console console = rank(run);
    assertEquals(0, console.code(), console.err());
    assertEquals(
        List.of("pairs.csv", "ranking.csv", "ranking.json", "report.html", "run.json"), names(run));
  }

  @Test
  void doesNotOverwriteAnEarlierRun() {
    Path run = folder.resolve("run");
    assertEquals(0, rank(run).code());
    Console second = rank(run);
    assertEquals(2, second.code());
    assertEquals(
        "grassmann: " + run + ": already holds a run; give another --out, or delete it",
        second.err().strip());
  }

  @Test
  void stopsCleanlyAndLeavesNothingWhenInterrupted() {
    Interrupt interrupt = new Interrupt();
    interrupt.end(); // nobody waits here
    interrupt.stop();
    Path run = folder.resolve("run");
    Console console =
        Console.run(interrupt, "rank", "mushrooms", "--target", "class", "--out", run.toString());
    assertEquals(130, console.code());
    assertTrue(console.err().startsWith("grassmann: stopped while "), console.err());
    assertEquals(false, Files.exists(run));
  }

  @Test
  void listsAllSystemsTwoDigitsFirst() {
    List<String> lines = Console.run("systems").out().lines().toList();
    assertEquals(48, lines.size()); // 46 systems, a blank line, the count
    for (int number = 0; number < 46; number++) {
      assertTrue(lines.get(number).startsWith(String.format("%02d  ", number)), lines.get(number));
    }
  }

  private Console rank(Path out) {
    return Console.run("rank", "mushrooms", "--target", "class", "--out", out.toString());
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
