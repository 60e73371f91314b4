package dev.grassmann.cli;

import dev.grassmann.cli.method.CommandTexts;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/**
 * Runs what users run first, and shows nothing: the launcher records which classes that takes, so
 * that later starts map them instead of reading them.
 */
@CommandLine.Command(name = "warm-up", hidden = true)
public final class WarmUp implements Command {
  /** Unpacks the native libraries too, on the first start for this user. */
  private static final String TRAINING =
      "grassmann sae train digits8x8 --width 16 --k 2 --steps 2 --warmup 1 --batch 32";

  @Override
  public int run(Session session) throws IOException {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    CommandLineRunner runner =
        new CommandLineRunner(new Session(Terminal.into(nowhere, nowhere), session.interrupt()));
    for (String line : List.of("--help", "systems", "systems --json", "data", "rank --help")) {
      runner.run(line.split(" "));
    }
    Path folder = Files.createTempDirectory("grassmann-warm-up");
    try {
      int run = 0;
      Path table =
          Files.writeString(
              folder.resolve("t.csv"), "label,a,b\n" + "0,1,x\n1,2.5,y\n1,1,z\n".repeat(600));
      List<String> examples = new ArrayList<>(CommandTexts.load().of("rank").examples());
      examples.add(TRAINING);
      examples.add("grassmann rank " + table + " --target label --pairs");
      for (String example : examples) {
        List<String> words = new ArrayList<>(Arrays.asList(example.split(" ")));
        words.remove(0); // the name of the program
        words.addAll(List.of("--out", folder.resolve(Integer.toString(run++)).toString()));
        runner.run(words.toArray(String[]::new));
      }
    } finally {
      delete(folder);
    }
    return 0;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
