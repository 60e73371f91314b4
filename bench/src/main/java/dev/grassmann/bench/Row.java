package dev.grassmann.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.core.io.Json;
import java.util.Locale;

/**
 * One line of the benchmark table.
 *
 * @param system id of the comparison
 * @param work what was done, with its sizes
 * @param figure what was read, in seconds: {@code wall} or {@code user CPU}
 * @param peer the peer and the versions that matter
 * @param pairs how many times both sides did the work in turns
 * @param ours seconds of our side
 * @param theirs seconds of the peer's side
 * @param ratio peer's seconds over ours, pair by pair
 * @param unfinished the peer was stopped at its limit: {@code theirs} and {@code ratio} are lower
 *     bounds, and there was no answer to compare
 * @param answers whether both gave the same
 * @param target what the figure has to reach
 * @param machine where it was measured
 */
record Row(
    String system,
    String work,
    String figure,
    String peer,
    int pairs,
    Spread ours,
    Spread theirs,
    Spread ratio,
    boolean unfinished,
    Answers answers,
    Target target,
    Machine machine) {
  /** A row from pairs of readings. */
  static Row of(
      Comparison comparison,
      String work,
      String figure,
      String peer,
      Pairs pairs,
      Answers answers,
      double ratioAtLeast) {
    Spread ratio = pairs.ratio();
    return new Row(
        comparison.id(),
        work,
        figure,
        peer,
        pairs.ours().length,
        Spread.of(pairs.ours()),
        Spread.of(pairs.theirs()),
        ratio,
        false,
        answers,
        Target.ratio(ratio, ratioAtLeast),
        Machine.here());
  }

  JsonNode json() {
    return Json.tree(this);
  }

  /** Reads what {@link #json} wrote. */
  static Row read(JsonNode node) {
    JsonNode machine = node.path("machine");
    return new Row(
        node.path("system").asText(),
        node.path("work").asText(),
        node.path("figure").asText(),
        node.path("peer").asText(),
        node.path("pairs").asInt(),
        spread(node.path("ours")),
        spread(node.path("theirs")),
        spread(node.path("ratio")),
        node.path("unfinished").asBoolean(),
        new Answers(
            node.path("answers").path("equal").asBoolean(),
            node.path("answers").path("how").asText()),
        new Target(
            node.path("target").path("text").asText(), node.path("target").path("met").asBoolean()),
        new Machine(
            machine.path("cores").asInt(),
            machine.path("processor").asText(),
            machine.path("java").asText(),
            machine.path("day").asText(),
            machine.path("load").asDouble()));
  }

  /** The row for a terminal. */
  String line() {
    String least = unfinished ? "at least " : "";
    String same =
        unfinished ? "peer did not finish" : answers.equal() ? "same answer" : "ANSWERS DIFFER";
    return String.format(
        Locale.ROOT,
        "%s, %s (%s): ours %s s, peer %s%s s, ratio %s%s (%s to %s), %s, %s: %s",
        system,
        work,
        figure,
        plain(ours.median()),
        least,
        plain(theirs.median()),
        least,
        plain(ratio.median()),
        plain(ratio.min()),
        plain(ratio.max()),
        same,
        target.text(),
        target.met() ? "met" : "MISSED");
  }

  private static Spread spread(JsonNode node) {
    return new Spread(
        node.path("median").asDouble(), node.path("min").asDouble(), node.path("max").asDouble());
  }

  /** A number with three significant digits and no more zeros than it needs. */
  static String plain(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e9) {
      return String.format(Locale.ROOT, "%,d", (long) value);
    }
    if (Math.abs(value) >= 100) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    return String.format(Locale.ROOT, Math.abs(value) >= 10 ? "%.1f" : "%.3g", value);
  }
}
