package dev.grassmann.core.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.InputException;
import dev.grassmann.core.io.AtomicFile;
import dev.grassmann.core.io.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Outcomes on disk ({@code reproduction.json}), newest measurement of each claim. */
public final class OutcomeFile {
  private final Path path;

  public OutcomeFile(Path path) {
    this.path = path;
  }

  /** Where outcomes measured on this machine are kept, beside the user's data sets. */
  public static OutcomeFile ofThisMachine() {
    return new OutcomeFile(
        Path.of(System.getProperty("user.home"), ".cache", "grassmann", "reproduction.json"));
  }

  public Path path() {
    return path;
  }

  /**
   * All outcomes, by system and claim; none where the file does not exist.
   *
   * @throws InputException where the file is not what {@link #merge} writes
   */
  public List<Outcome> read() {
    if (!Files.exists(path)) {
      return List.of();
    }
    List<Outcome> outcomes = new ArrayList<>();
    try {
      for (JsonNode node : Json.read(path).path("outcomes")) {
        outcomes.add(outcome(node));
      }
    } catch (IllegalArgumentException e) {
      throw new InputException(
          "is not a file of outcomes (" + e.getMessage() + ")",
          path.toString(),
          "delete it and run 'grassmann reproduce' again",
          e);
    }
    return outcomes;
  }

  /**
   * Adds outcomes, each in place of an earlier one of the same claim, and forgets claims that their
   * system makes no longer. A claim that was skipped leaves an earlier measurement as it is.
   *
   * @param measured what is new
   * @param known every proof that there is
   * @return all outcomes now in the file, by system and claim
   */
  public List<Outcome> merge(List<Outcome> measured, List<Reproduction> known) {
    List<Outcome> all = new ArrayList<>(read());
    for (Outcome outcome : measured) {
      boolean earlier = all.stream().anyMatch(outcome::sameClaim);
      if (outcome.verdict() != Verdict.SKIPPED || !earlier) {
        all.removeIf(outcome::sameClaim);
        all.add(outcome);
      }
    }
    all.removeIf(outcome -> known.stream().noneMatch(proof -> place(proof, outcome) > 0));
    all.replaceAll(outcome -> numbered(outcome, known));
    write(all);
    return List.copyOf(all);
  }

  /** The number that the claim has by now: others may have come before it since. */
  private static Outcome numbered(Outcome outcome, List<Reproduction> known) {
    int place = known.stream().mapToInt(proof -> place(proof, outcome)).max().orElseThrow();
    return new Outcome(
        outcome.system(),
        outcome.id(),
        place,
        outcome.sentence(),
        outcome.source(),
        outcome.tier(),
        outcome.expected(),
        outcome.measured(),
        outcome.verdict(),
        outcome.note(),
        outcome.seconds(),
        outcome.machine());
  }

  /** Number of the outcome's claim among the proof's, from 1; 0 where it is none of them. */
  private static int place(Reproduction proof, Outcome outcome) {
    List<Claim> claims = proof.claims();
    for (int i = 0; i < claims.size() && proof.id().equals(outcome.id()); i++) {
      Claim claim = claims.get(i);
      if (claim.sentence().equals(outcome.sentence()) && claim.tier() == outcome.tier()) {
        return i + 1;
      }
    }
    return 0;
  }

  private void write(List<Outcome> all) {
    all.sort(
        Comparator.comparingInt(Outcome::system)
            .thenComparing(Outcome::id)
            .thenComparingInt(Outcome::claim));
    ObjectNode node = Json.object();
    ArrayNode array = node.putArray("outcomes");
    all.forEach(outcome -> array.add(Json.tree(outcome)));
    try {
      AtomicFile.write(
          path, out -> out.write((Json.pretty(node) + "\n").getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException("writing " + path, e);
    }
  }

  private static Outcome outcome(JsonNode node) {
    return new Outcome(
        node.path("system").asInt(),
        node.path("id").asText(),
        node.path("claim").asInt(),
        node.path("sentence").asText(),
        node.path("source").asText(),
        Tier.valueOf(node.path("tier").asText().toUpperCase(Locale.ROOT)),
        node.path("expected").asText(),
        node.path("measured").asText(),
        Verdict.valueOf(node.path("verdict").asText().toUpperCase(Locale.ROOT)),
        node.path("note").asText(),
        node.path("seconds").asDouble(),
        node.path("machine").asText());
  }
}
