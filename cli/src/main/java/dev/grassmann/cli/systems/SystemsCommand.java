package dev.grassmann.cli.systems;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.cli.Command;
import dev.grassmann.cli.Home;
import dev.grassmann.cli.Session;
import dev.grassmann.cli.method.MethodIndex;
import dev.grassmann.core.Systems;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.proof.Outcome;
import dev.grassmann.core.proof.OutcomeFile;
import dev.grassmann.core.proof.Verdict;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;

/** {@code grassmann systems}. */
@CommandLine.Command(
    name = "systems",
    description = "All systems: what is built, its command, and whether it was reproduced here")
public final class SystemsCommand implements Command {
  @CommandLine.Option(names = "--json", description = "print JSON on standard output, nothing else")
  private boolean json;

  @CommandLine.Option(
      names = "--markdown",
      description = "print the table of the README, from docs/reproduction.json")
  private boolean markdown;

  @Override
  public int run(Session session) {
    PrintWriter out = session.terminal().out();
    OutcomeFile recorded =
        markdown ? new OutcomeFile(Home.documents("reproduction.json")) : newest();
    List<SystemState> states = SystemStates.of(MethodIndex.load(), recorded.read());
    if (json) {
      out.println(Json.pretty(json(states)));
    } else if (markdown) {
      out.print(MarkdownTable.of(states));
    } else {
      print(states, out);
    }
    return 0;
  }

  /** What was measured on this machine, or else what the documentation records. */
  private static OutcomeFile newest() {
    OutcomeFile here = OutcomeFile.ofThisMachine();
    return here.read().isEmpty() ? new OutcomeFile(Home.documents("reproduction.json")) : here;
  }

  private static void print(List<SystemState> states, PrintWriter out) {
    for (SystemState state : states) {
      Systems.Entry system = state.system();
      String line =
          String.format(
              Locale.ROOT,
              "%02d  %-39s %-8s %-11s %-17s %s",
              system.number(),
              system.name(),
              state.built() ? "built" : "not yet",
              state.proof(),
              system.reference(),
              String.join(", ", state.commands()));
      out.println(line.stripTrailing());
    }
    long built = states.stream().filter(SystemState::built).count();
    long reproduced = states.stream().filter(SystemState::reproduced).count();
    out.printf(Locale.ROOT, "%n%d of %d built, %d reproduced.%n", built, states.size(), reproduced);
  }

  private static ArrayNode json(List<SystemState> states) {
    ArrayNode array = Json.array();
    for (SystemState state : states) {
      Systems.Entry system = state.system();
      ObjectNode node =
          array
              .addObject()
              .put("number", system.number())
              .put("id", system.id())
              .put("name", system.name())
              .put("room", system.room())
              .put("paper", system.paper())
              .put("year", system.year())
              .put("reference", system.reference())
              .put("built", state.built());
      node.set("commands", Json.tree(state.commands()));
      ObjectNode proof = node.putObject("proof");
      proof.put("reproduced", state.reproduced());
      for (Verdict verdict : Verdict.values()) {
        proof.put(verdict.text(), state.count(verdict));
      }
      ArrayNode claims = proof.putArray("claims");
      for (Outcome outcome : state.outcomes()) {
        claims
            .addObject()
            .put("sentence", outcome.sentence())
            .put("expected", outcome.expected())
            .put("measured", outcome.measured())
            .put("verdict", outcome.verdict().text());
      }
    }
    return array;
  }
}
