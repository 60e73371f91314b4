package dev.grassmann.bench;

import dev.grassmann.cli.Command;
import dev.grassmann.cli.Home;
import dev.grassmann.cli.Session;
import dev.grassmann.core.InputException;
import dev.grassmann.core.run.CancelledException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;

/** {@code grassmann bench [SYSTEM...]}: runs comparisons and writes the page of benchmarks. */
@CommandLine.Command(
    name = "bench",
    description = "Measure ours against peers on the same work, when both give the same answer")
public final class BenchCommand implements Command {
  @CommandLine.Parameters(
      arity = "0..*",
      paramLabel = "SYSTEM",
      description = "what to compare: ${COMPLETION-CANDIDATES}; default all",
      completionCandidates = Ids.class)
  private List<String> systems = new ArrayList<>();

  @CommandLine.Option(
      names = "--pairs",
      paramLabel = "N",
      description = "how many times both sides do the work in turns; default 3")
  private int pairs = 3;

  @CommandLine.Option(
      names = "--peers",
      paramLabel = "DIR",
      description =
          "folder with checkouts of peers that are not packaged; default $GRASSMANN_PEERS")
  private Path peers;

  @CommandLine.Option(
      names = "--python",
      paramLabel = "COMMAND",
      description = "Python 3.11 to 3.13 that makes the peers' environments; default python3")
  private String python = "python3";

  @CommandLine.Option(
      names = "--docs",
      paramLabel = "DIR",
      description = "folder of benchmarks.md and benchmarks.json; default the repository's docs")
  private Path docs;

  /** The words that choose comparisons, for the help. */
  static final class Ids extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    Ids() {
      Comparisons.all().forEach(comparison -> add(comparison.id()));
    }
  }

  @Override
  public int run(Session session) {
    if (pairs < 1 || pairs > 1000) {
      throw new InputException("is " + pairs, "--pairs", "allowed: 1 to 1,000");
    }
    List<Comparison> chosen = Comparisons.named(systems);
    Path folder = docs != null ? docs : Home.documents("benchmarks.md").getParent();
    BenchmarkBook book = new BenchmarkBook(folder);
    Bench bench = bench(session);
    PrintWriter out = session.terminal().out();
    boolean allEqual = true;
    for (Comparison comparison : chosen) {
      List<Row> rows = comparison.run(bench);
      book.record(rows); // at once: a later comparison that fails loses nothing
      for (Row row : rows) {
        out.println(row.line());
        allEqual &= row.unfinished() || row.answers().equal();
      }
    }
    return allEqual ? 0 : 1;
  }

  private Bench bench(Session session) {
    String given = System.getenv("GRASSMANN_PEERS");
    Path checkouts = peers != null || given == null || given.isBlank() ? peers : Path.of(given);
    return new Bench(
        Caches.folder(System.getenv()),
        Optional.ofNullable(checkouts),
        python,
        Launcher.command(System.getenv()),
        pairs,
        line -> {
          if (session.interrupt().asked()) {
            throw new CancelledException("comparing");
          }
          session.terminal().err().println(line);
        });
  }
}
