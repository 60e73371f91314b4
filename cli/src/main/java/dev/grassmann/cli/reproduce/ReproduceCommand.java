package dev.grassmann.cli.reproduce;

import dev.grassmann.cli.Command;
import dev.grassmann.cli.Home;
import dev.grassmann.cli.Session;
import dev.grassmann.cli.Similar;
import dev.grassmann.cli.TerminalProgress;
import dev.grassmann.core.InputException;
import dev.grassmann.core.io.AtomicFile;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.proof.Measurer;
import dev.grassmann.core.proof.Outcome;
import dev.grassmann.core.proof.OutcomeFile;
import dev.grassmann.core.proof.Reproduction;
import dev.grassmann.core.proof.Tier;
import dev.grassmann.core.proof.Verdict;
import dev.grassmann.core.run.Run;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import picocli.CommandLine;

/** {@code grassmann reproduce [ID...]}. */
@CommandLine.Command(
    name = "reproduce",
    description = "Measure the claims of systems on this machine, beside the papers' figures")
public final class ReproduceCommand implements Command {
  @CommandLine.Parameters(
      arity = "0..*",
      paramLabel = "ID",
      description = "systems, by word or number, e.g. outrank or 01")
  private List<String> ids = new ArrayList<>();

  @CommandLine.Option(
      names = "--all",
      description = "every system; also puts what was measured on record, as --record does")
  private boolean all;

  @CommandLine.Option(
      names = "--record",
      description =
          "also write what was measured to docs/reproduction.md and .json; other systems' figures"
              + " stay there")
  private boolean documented;

  @CommandLine.Option(
      names = "--tier",
      paramLabel = "TIER",
      description = "quick, full (and quick) or gpu (and both); default quick")
  private Tier tier = Tier.QUICK;

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

  @CommandLine.Option(
      names = "--device",
      paramLabel = "NAME",
      description = "cpu or cuda; default cpu, or cuda for --tier gpu")
  private String device;

  @CommandLine.Option(names = "--json", description = "print JSON on standard output, nothing else")
  private boolean json;

  @CommandLine.Option(names = "--quiet", description = "no progress")
  private boolean quiet;

  @Override
  public int run(Session session) throws IOException {
    List<Reproduction> known = known();
    List<Reproduction> chosen = choose(known);
    PrintWriter out = session.terminal().out();
    TerminalProgress progress = new TerminalProgress(session.terminal());
    Run run =
        Run.builder()
            .seed(seed)
            .threads(threads)
            .device(device != null ? device : tier == Tier.GPU ? "cuda" : "cpu")
            .progress(quiet ? (stage, done, total) -> {} : progress)
            .cancelled(session.interrupt()::asked)
            .build();
    Measurer measurer = new Measurer(run);
    ProofTable table = new ProofTable(out);
    List<Outcome> outcomes = new ArrayList<>();
    for (Reproduction reproduction : chosen) {
      int before = outcomes.size();
      boolean titled = false;
      for (int i = 0; i < reproduction.claims().size(); i++) {
        if (reproduction.claims().get(i).tier().compareTo(tier) > 0) {
          continue;
        }
        if (!json && !titled) {
          table.title(reproduction);
          titled = true;
        }
        Outcome outcome = measurer.measure(reproduction, i);
        progress.clear();
        outcomes.add(outcome);
        if (!json) {
          table.row(outcome);
        }
      }
      // at once: a full tier takes long, and what was measured outlives its being stopped
      record(outcomes.subList(before, outcomes.size()), known);
    }
    if (json) {
      out.println(Json.pretty(Json.tree(outcomes)));
    } else {
      table.counts(outcomes);
    }
    return outcomes.stream().anyMatch(o -> o.verdict() == Verdict.DOES_NOT_HOLD) ? 1 : 0;
  }

  private void record(List<Outcome> outcomes, List<Reproduction> known) throws IOException {
    OutcomeFile.ofThisMachine().merge(outcomes, known);
    if (!all && !documented) {
      return;
    }
    OutcomeFile file = new OutcomeFile(Home.documents("reproduction.json"));
    List<Outcome> merged = file.merge(outcomes, known);
    Path page = Home.documents("reproduction.md");
    String text = ProofPage.of(merged);
    AtomicFile.write(page, stream -> stream.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  static List<Reproduction> known() {
    List<Reproduction> known = new ArrayList<>();
    ServiceLoader.load(Reproduction.class).forEach(known::add);
    known.sort(Comparator.comparingInt(Reproduction::system).thenComparing(Reproduction::id));
    return known;
  }

  private List<Reproduction> choose(List<Reproduction> known) {
    List<String> words = known.stream().map(Reproduction::id).toList();
    if (all && ids.isEmpty()) {
      return known;
    }
    if (all || ids.isEmpty()) {
      throw new InputException(
          all ? "--all and the names of systems exclude each other" : "no system was named",
          "",
          "give --all, or some of " + String.join(", ", words));
    }
    List<Reproduction> chosen = new ArrayList<>();
    for (String id : ids) {
      List<Reproduction> found = known.stream().filter(r -> isCalled(r, id)).toList();
      if (found.isEmpty()) {
        String hint = Similar.to(id, words).map(w -> "did you mean '" + w + "'? ").orElse("");
        throw new InputException(
            "there is no proof of a system '" + id + "'",
            "",
            hint + "there are " + String.join(", ", words));
      }
      found.stream().filter(r -> !chosen.contains(r)).forEach(chosen::add);
    }
    return chosen;
  }

  private static boolean isCalled(Reproduction reproduction, String id) {
    return reproduction.id().equals(id)
        || (id.matches("\\d{1,2}") && Integer.parseInt(id) == reproduction.system());
  }
}
