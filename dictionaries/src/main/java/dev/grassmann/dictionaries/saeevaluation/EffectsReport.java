package dev.grassmann.dictionaries.saeevaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.Result;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.report.Report;
import dev.grassmann.core.run.RunFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Direct effects of latents.
 *
 * @param site where the dictionary lives
 * @param features of the dictionary
 * @param latents the active ones, those of most rows first
 */
public record EffectsReport(String site, int features, List<Latent> latents) implements Result {
  private static final int IN_TEXT = 20;

  public EffectsReport {
    latents = List.copyOf(latents);
  }

  /**
   * How much something gets.
   *
   * @param name a word, or a head's query, key or value such as {@code q.2.1}
   * @param size of a word: logits above the mean of all words; of a reader: the norm of what is
   *     added over the mean norm of the whole
   */
  public record Effect(String name, double size) {
    private String text() {
      return String.format(Locale.ROOT, "%s %.2f", name, size);
    }
  }

  /**
   * One latent, averaged over the rows in which it is active.
   *
   * @param up words that it speaks for, the most first
   * @param down words that it speaks against
   * @param readers later heads that read it, the most first
   */
  public record Latent(
      int number, int rows, List<Effect> up, List<Effect> down, List<Effect> readers) {
    public Latent {
      up = List.copyOf(up);
      down = List.copyOf(down);
      readers = List.copyOf(readers);
    }
  }

  @Override
  public String headline() {
    return String.format(
        Locale.ROOT,
        "%,d of %,d latents at %s are active, and write directly into %s",
        latents.size(),
        features,
        site,
        latents.stream().anyMatch(latent -> !latent.readers().isEmpty())
            ? "words and later heads"
            : "words");
  }

  private static List<String> header() {
    return List.of("latent", "rows", "for", "against", "read by");
  }

  private static List<String> row(Latent latent) {
    return List.of(
        latent.number() + "",
        latent.rows() + "",
        joined(latent.up()),
        joined(latent.down()),
        joined(latent.readers()));
  }

  private static String joined(List<Effect> effects) {
    return String.join(", ", effects.stream().map(Effect::text).toList());
  }

  @Override
  public String text() {
    StringBuilder text = new StringBuilder();
    for (Latent latent : latents.subList(0, Math.min(IN_TEXT, latents.size()))) {
      text.append(
          String.format(Locale.ROOT, "latent %d, %,d rows: ", latent.number(), latent.rows()));
      List<String> parts = new ArrayList<>();
      if (!latent.up().isEmpty()) {
        parts.add("for " + joined(latent.up()));
      }
      if (!latent.readers().isEmpty()) {
        parts.add("read by " + joined(latent.readers()));
      }
      text.append(String.join("; ", parts)).append('\n');
    }
    return text.toString();
  }

  @Override
  public JsonNode json() {
    ObjectNode node = Json.object().put("site", site).put("features", features);
    ArrayNode list = node.putArray("latents");
    for (Latent latent : latents) {
      ObjectNode one = list.addObject().put("latent", latent.number()).put("rows", latent.rows());
      add(one.putArray("for"), latent.up());
      add(one.putArray("against"), latent.down());
      add(one.putArray("read_by"), latent.readers());
    }
    return node;
  }

  private static void add(ArrayNode array, List<Effect> effects) {
    effects.forEach(e -> array.addObject().put("name", e.name()).put("size", e.size()));
  }

  /** Writes {@code effects.json}. */
  @Override
  public void save(RunFolder folder) {
    folder.writeJson("effects.json", json());
  }

  @Override
  public void describe(Report report) {
    report.text(
        "What a latent writes by itself, as if nothing between changed it: logits of words above"
            + " their mean, and its share of the norm of later heads' queries, keys and values;"
            + " both averaged over the rows in which it is active.");
    report.table("Latents", header(), latents.stream().map(EffectsReport::row).toList());
  }
}
