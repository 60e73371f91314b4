package dev.grassmann.bench;

import dev.grassmann.core.InputException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code grassmann bench}: runs comparisons and writes the page of benchmarks. */
@Command(
    name = "bench",
    description = {
      "Measure ours against peers on the same work, and check that the answers are the same.",
      "Installs the peers into virtual environments in the user's cache folder."
    })
public final class BenchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "SYSTEM",
      description = "what to compare: outrank, lihfss, mpsae, convergent, engine; default all")
  private List<String> systems = new ArrayList<>();

  @Option(
      names = "--pairs",
      paramLabel = "N",
      defaultValue = "3",
      description = "how many times both sides do the work in turns (default ${DEFAULT-VALUE})")
  private int pairs;

  @Option(
      names = "--peers",
      paramLabel = "DIR",
      defaultValue = "${env:GRASSMANN_PEERS}",
      description = "folder with checkouts of peers that are not packaged")
  private Path peers;

  @Option(
      names = "--python",
      paramLabel = "COMMAND",
      defaultValue = "python3",
      description = "Python 3.11 to 3.13 that makes the environments (default ${DEFAULT-VALUE})")
  private String python;

  @Option(
      names = "--docs",
      paramLabel = "DIR",
      defaultValue = "docs",
      description = "folder for benchmarks.md and benchmarks.json (default ${DEFAULT-VALUE})")
  private Path docs;

  @Override
  public Integer call() {
    if (pairs < 1 || pairs > 1000) {
      throw new InputException("--pairs is " + pairs, "", "give a number from 1 to 1000");
    }
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Bench bench =
        new Bench(
            Caches.folder(System.getenv()),
            Optional.ofNullable(peers),
            python,
            Launcher.command(System.getProperties()),
            pairs,
            line -> {
              err.println(line);
              err.flush();
            });
    BenchmarkBook book = new BenchmarkBook(docs);
    boolean allEqual = true;
    for (Comparison comparison : Comparisons.named(systems)) {
      List<Row> rows = comparison.run(bench);
      book.record(rows); // at once: a later comparison that fails loses nothing
      for (Row row : rows) {
        out.println(row.line());
        allEqual &= row.unfinished() || row.answers().equal();
      }
      out.flush();
    }
    return allEqual ? 0 : 1;
  }
}
