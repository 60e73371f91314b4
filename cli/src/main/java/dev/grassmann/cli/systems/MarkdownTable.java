package dev.grassmann.cli.systems;

import dev.grassmann.core.Systems;
import java.util.List;
import java.util.Locale;

/** The README's table of systems. */
final class MarkdownTable {
  private MarkdownTable() {}

  static String of(List<SystemState> states) {
    StringBuilder table = new StringBuilder();
    table.append("|    | system | paper | command | claims that hold |\n");
    table.append("|---:|---|---|---|---|\n");
    for (SystemState state : states) {
      Systems.Entry system = state.system();
      String name = escape(system.name());
      if (state.built()) {
        name = "[" + name + "](docs/systems/" + system.id() + ".md)";
      }
      String commands =
          String.join(", ", state.commands().stream().map(c -> "`" + c + "`").toList());
      String proof = state.built() ? state.proof() : "not built yet";
      table.append(
          String.format(
              Locale.ROOT,
              "| %02d | %s | %s | %s | %s |%n",
              system.number(),
              name,
              escape(paper(system)),
              commands,
              proof));
    }
    return table.toString().replace("\r\n", "\n");
  }

  private static String paper(Systems.Entry system) {
    String where = (system.reference() + " " + system.year()).strip();
    return where.isEmpty() ? system.paper() : where;
  }

  private static String escape(String text) {
    return text.replace("|", "\\|").replace("<", "&lt;");
  }
}
