package dev.grassmann.cli.reproduce;

import dev.grassmann.core.Systems;
import dev.grassmann.core.proof.Outcome;
import dev.grassmann.core.proof.Reproduction;
import dev.grassmann.core.proof.Verdict;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Outcomes on the terminal, one row a claim, as they come. */
final class ProofTable {
  private static final int SENTENCE = 60;
  private static final int FIGURE = 14;

  private final PrintWriter out;

  ProofTable(PrintWriter out) {
    this.out = out;
  }

  void title(Reproduction reproduction) {
    String name =
        Systems.all().stream()
            .filter(system -> system.number() == reproduction.system())
            .findFirst()
            .map(Systems.Entry::name)
            .orElse(reproduction.id());
    String title = String.format(Locale.ROOT, "%02d %s", reproduction.system(), name);
    out.println(columns(title, "expected", "measured", ""));
    out.flush();
  }

  void row(Outcome outcome) {
    List<String> sentence = wrap(outcome.sentence(), SENTENCE - 3);
    List<String> expected = wrap(outcome.expected(), FIGURE);
    List<String> measured = wrap(outcome.measured(), FIGURE);
    String number = String.format(Locale.ROOT, "%2d ", outcome.claim());
    String end = outcome.verdict().text();
    if (outcome.verdict() == Verdict.SKIPPED) {
      end += ": " + outcome.note();
    }
    int lines = Math.max(sentence.size(), Math.max(expected.size(), measured.size()));
    for (int i = 0; i < lines; i++) {
      String left = (i == 0 ? number : "   ") + at(sentence, i);
      out.println(columns(left, at(expected, i), at(measured, i), i == 0 ? end : ""));
    }
    if (outcome.verdict() != Verdict.SKIPPED && !outcome.note().isEmpty()) {
      wrap(outcome.note(), 90).forEach(line -> out.println("     " + line));
    }
    out.flush();
  }

  /** The last line: how many hold, do not hold, were skipped. */
  void counts(List<Outcome> outcomes) {
    List<String> parts = new ArrayList<>();
    for (Verdict verdict : Verdict.values()) {
      long count = outcomes.stream().filter(o -> o.verdict() == verdict).count();
      if (count > 0 || verdict == Verdict.OK) {
        parts.add(count + " " + verdict.text());
      }
    }
    double seconds = outcomes.stream().mapToDouble(Outcome::seconds).sum();
    out.printf(
        Locale.ROOT,
        "%n%d claims: %s (%.1f s)%n",
        outcomes.size(),
        String.join(", ", parts),
        seconds);
  }

  private static String columns(String left, String expected, String measured, String verdict) {
    String format = "%-" + (SENTENCE + 2) + "s %-" + FIGURE + "s %-" + FIGURE + "s %s";
    return String.format(Locale.ROOT, format, left, expected, measured, verdict).stripTrailing();
  }

  private static String at(List<String> lines, int i) {
    return i < lines.size() ? lines.get(i) : "";
  }

  private static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
