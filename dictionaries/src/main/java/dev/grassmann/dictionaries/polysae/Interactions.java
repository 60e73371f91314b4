package dev.grassmann.dictionaries.polysae;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.Result;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.report.Chart;
import dev.grassmann.core.report.Points;
import dev.grassmann.core.report.Report;
import dev.grassmann.core.run.RunFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Latents that combine.
 *
 * @param rows rows looked at
 * @param looked pairs that are active together often enough
 * @param strengthAndCount Pearson's r between a pair's strength and how often both are active; NaN
 *     where it cannot be said
 * @param covarianceAndCount the same for the covariance of the codes, which is all that a linear
 *     autoencoder has
 * @param pairs strongest first
 * @param triples strongest first; empty where none were asked for
 */
public record Interactions(
    int rows,
    int looked,
    double strengthAndCount,
    double covarianceAndCount,
    List<Pair> pairs,
    List<Triple> triples)
    implements Result {
  public Interactions {
    pairs = List.copyOf(pairs);
    triples = List.copyOf(triples);
  }

  /**
   * Two latents.
   *
   * @param strength norm of what the decoder adds for codes of 1 and 1, beside either alone
   * @param together rows in which both are active
   * @param cosine between that and the sum of their directions
   * @param examples rows in which the product of their codes is largest
   */
  public record Pair(
      int first, int second, double strength, int together, double cosine, List<Integer> examples) {
    public Pair {
      examples = List.copyOf(examples);
    }
  }

  /**
   * Three latents.
   *
   * @param strength norm of what the decoder adds for codes of 1, 1 and 1, beside the pairs
   * @param together rows in which all are active
   */
  public record Triple(int first, int second, int third, double strength, int together) {}

  @Override
  public String headline() {
    if (pairs.isEmpty()) {
      return "no two latents are active together often enough";
    }
    Pair best = pairs.get(0);
    return String.format(
        Locale.ROOT,
        "latents %d and %d combine most of %,d pairs (strength %.3g, together in %,d rows)",
        best.first(),
        best.second(),
        looked,
        best.strength(),
        best.together());
  }

  @Override
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "r(strength, rows together) %.2f; r(covariance of codes, rows together) %.2f%n%n",
            strengthAndCount,
            covarianceAndCount));
    text.append(" first second  strength    rows  cosine  examples\n");
    for (Pair pair : pairs.subList(0, Math.min(20, pairs.size()))) {
      text.append(
          String.format(
              Locale.ROOT,
              "%6d %6d %9.4f %7d %7.3f  %s%n",
              pair.first(),
              pair.second(),
              pair.strength(),
              pair.together(),
              pair.cosine(),
              pair.examples()));
    }
    return text.toString().replace(System.lineSeparator(), "\n");
  }

  @Override
  public JsonNode json() {
    ObjectNode node = Json.object().put("rows", rows).put("pairs_looked_at", looked);
    node.set("pairs", Json.tree(pairs));
    node.set("triples", Json.tree(triples));
    return node;
  }

  /** Writes {@code pairs.csv} and, where there are any, {@code triples.csv}. */
  @Override
  public void save(RunFolder folder) {
    StringBuilder csv = new StringBuilder("first,second,strength,rows,cosine,examples\n");
    for (Pair p : pairs) {
      csv.append(p.first()).append(',').append(p.second()).append(',').append(p.strength());
      csv.append(',').append(p.together()).append(',').append(p.cosine()).append(',');
      csv.append(String.join(" ", p.examples().stream().map(String::valueOf).toList()));
      csv.append('\n');
    }
    folder.writeText("pairs.csv", csv.toString());
    if (!triples.isEmpty()) {
      StringBuilder more = new StringBuilder("first,second,third,strength,rows\n");
      for (Triple t : triples) {
        more.append(t.first()).append(',').append(t.second()).append(',').append(t.third());
        more.append(',').append(t.strength()).append(',').append(t.together()).append('\n');
      }
      folder.writeText("triples.csv", more.toString());
    }
  }

  @Override
  public void describe(Report report) {
    List<Chart.Point> points = new ArrayList<>();
    for (Pair p : pairs) {
      points.add(new Chart.Point(p.together(), p.strength(), "", p.first() + " and " + p.second()));
    }
    report.chart(
        new Points(
            "Strength of pairs against how often they occur",
            "rows in which both are active",
            "strength",
            points));
    List<List<String>> rows = new ArrayList<>();
    for (Pair p : pairs.subList(0, Math.min(100, pairs.size()))) {
      rows.add(
          List.of(
              p.first() + "",
              p.second() + "",
              String.format(Locale.ROOT, "%.4f", p.strength()),
              p.together() + "",
              String.format(Locale.ROOT, "%.3f", p.cosine()),
              p.examples() + ""));
    }
    report.table(
        "Pairs", List.of("first", "second", "strength", "rows", "cosine", "examples"), rows);
  }
}
