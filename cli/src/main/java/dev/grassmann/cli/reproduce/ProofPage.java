package dev.grassmann.cli.reproduce;

import dev.grassmann.core.Systems;
import dev.grassmann.core.proof.Outcome;
import dev.grassmann.core.proof.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** {@code docs/reproduction.md}: every claim with its figure. */
final class ProofPage {
  private ProofPage() {}

  static String of(List<Outcome> outcomes) {
    StringBuilder page = new StringBuilder("# Reproduction\n\n");
    page.append("Written by `grassmann reproduce --all`; do not edit. Each claim of each system ")
        .append("was measured by this code, on the machine named below, and stands beside ")
        .append("what its source says. A claim that does not hold stays in the table.\n\n");
    page.append("Of ").append(outcomes.size()).append(" claims ");
    page.append(count(outcomes, Verdict.OK)).append(" hold, ");
    page.append(count(outcomes, Verdict.DOES_NOT_HOLD)).append(" do not hold, ");
    page.append(count(outcomes, Verdict.SKIPPED)).append(" were not measured.\n");
    for (Systems.Entry system : Systems.all()) {
      List<Outcome> own = outcomes.stream().filter(o -> o.system() == system.number()).toList();
      if (!own.isEmpty()) {
        section(page, system, own);
      }
    }
    page.append("\nMeasured on:\n\n");
    new TreeSet<>(outcomes.stream().map(Outcome::machine).toList())
        .forEach(machine -> page.append("- ").append(cell(machine)).append('\n'));
    return page.toString();
  }

  private static void section(StringBuilder page, Systems.Entry system, List<Outcome> own) {
    page.append(
        String.format(Locale.ROOT, "\n## %02d %s\n\n", system.number(), cell(system.name())));
    page.append(cell(system.paper()));
    if (!system.reference().isEmpty()) {
      page.append(" (").append(cell(system.reference())).append(')');
    }
    page.append("\n\n| | claim | source | tier | expected | measured | |\n");
    page.append("|---:|---|---|---|---|---|---|\n");
    for (Outcome o : own) {
      String note = o.note().isEmpty() ? "" : "; " + cell(o.note());
      page.append("| ").append(o.claim());
      page.append(" | ").append(cell(o.sentence()));
      page.append(" | ").append(cell(o.source()));
      page.append(" | ").append(o.tier().name().toLowerCase(Locale.ROOT));
      page.append(" | ").append(cell(o.expected()));
      page.append(" | ").append(cell(o.measured()));
      page.append(" | ").append(o.verdict().text()).append(note).append(" |\n");
    }
  }

  private static long count(List<Outcome> outcomes, Verdict verdict) {
    return outcomes.stream().filter(outcome -> outcome.verdict() == verdict).count();
  }

  private static String cell(String text) {
    return text.replace("\\", "\\\\")
        .replace("|", "\\|")
        .replace("<", "&lt;")
        .replace("\n", " ")
        .strip();
  }
}
