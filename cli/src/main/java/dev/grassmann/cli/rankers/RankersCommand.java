package dev.grassmann.cli.rankers;

import dev.grassmann.cli.Command;
import dev.grassmann.cli.Home;
import dev.grassmann.cli.Session;
import dev.grassmann.cli.TerminalProgress;
import dev.grassmann.core.InputException;
import dev.grassmann.core.run.Run;
import dev.grassmann.tables.evaluation.Evaluation;
import dev.grassmann.tables.evaluation.SelectorComparison;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** {@code grassmann rankers [DATA...]}. */
@CommandLine.Command(
    name = "rankers",
    description = "Compare every ranker on six data sets, and write docs/rankers.md and .csv")
public final class RankersCommand implements Command {
  @CommandLine.Parameters(
      arity = "0..*",
      paramLabel = "DATA",
      description = "data sets, by name; default all six; others keep their figures")
  private List<String> names = new ArrayList<>();

  @CommandLine.Option(
      names = "--docs",
      paramLabel = "DIR",
      description = "folder of rankers.md and rankers.csv; default the repository's docs")
  private Path docs;

  @CommandLine.Option(
      names = "--seed",
      paramLabel = "N",
      description = "start of every random choice; default 0")
  private long seed;

  @CommandLine.Option(
      names = "--threads",
      paramLabel = "N",
      description = "processors to use; default all of them")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Override
  public int run(Session session) {
    PrintWriter out = session.terminal().out();
    TerminalProgress progress = new TerminalProgress(session.terminal());
    Path page = docs == null ? Home.documents("rankers.md") : docs.resolve("rankers.md");
    StandingsFile file = new StandingsFile(page.resolveSibling("rankers.csv"));
    for (Question question : chosen()) {
      Run run =
          Run.builder()
              .seed(seed)
              .threads(threads)
              .progress(progress)
              .cancelled(session.interrupt()::asked)
              .build();
      SelectorComparison comparison =
          new Evaluation().run(question.table(run), question.config(), run);
      progress.clear();
      out.println(comparison.headline());
      out.println(comparison.text());
      out.flush();
      // at once: a later data set that fails loses nothing
      List<Standing> standings = Standing.of(question.data(), comparison);
      new RankersPage(file.merge(question.data(), standings)).writeInto(page);
    }
    return 0;
  }

  private List<Question> chosen() {
    List<Question> all = Question.all();
    List<String> known = all.stream().map(Question::data).toList();
    for (String name : names) {
      if (!known.contains(name)) {
        throw new InputException(
            "rankers are not compared on '" + name + "'",
            "",
            "data sets are "
                + String.join(", ", known)
                + "; 'grassmann select' compares them on any table");
      }
    }
    return all.stream().filter(q -> names.isEmpty() || names.contains(q.data())).toList();
  }
}
