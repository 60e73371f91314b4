package dev.grassmann.tables.dsir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.Result;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.report.Bars;
import dev.grassmann.core.report.Chart;
import dev.grassmann.core.report.Report;
import dev.grassmann.core.run.RunFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Divergence of a corpus from targets, and how much of it a choice has taken away.
 *
 * @param corpus what was measured
 * @param raw what it was drawn from; empty where that was not given
 * @param rows one a target
 */
public record KlReduction(String corpus, String raw, List<Row> rows) implements Result {
  /**
   * One target.
   *
   * @param target its name
   * @param before KL(target || raw) in nats; NaN where no raw corpus was given
   * @param after KL(target || corpus) in nats
   */
  public record Row(String target, double before, double after) {
    /** What the choice has gained, in nats. */
    public double reduction() {
      return before - after;
    }
  }

  public KlReduction {
    rows = List.copyOf(rows);
  }

  /** Mean reduction over the targets, in nats; NaN where no raw corpus was given. */
  public double mean() {
    return rows.stream().mapToDouble(Row::reduction).average().orElse(Double.NaN);
  }

  private boolean hasRaw() {
    return !raw.isEmpty();
  }

  @Override
  public String headline() {
    if (hasRaw()) {
      return String.format(
          Locale.ROOT,
          "%s is %.3f nats nearer to %s than %s",
          corpus,
          mean(),
          rows.size() == 1 ? rows.get(0).target() : "the targets",
          raw);
    }
    Row nearest = rows.get(0);
    for (Row row : rows) {
      nearest = row.after() < nearest.after() ? row : nearest;
    }
    return String.format(
        Locale.ROOT, "%s is %.3f nats away from %s", corpus, nearest.after(), nearest.target());
  }

  @Override
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT, "%-40s %10s %10s %10s%n", "KL, nats, from", "before", "after", "less"));
    for (Row row : rows) {
      String name = row.target();
      String shown = name.length() > 40 ? "…" + name.substring(name.length() - 39) : name;
      text.append(
          String.format(
              Locale.ROOT,
              "%-40s %10s %10.4f %10s%n",
              shown,
              number(row.before()),
              row.after(),
              number(row.reduction())));
    }
    return text.toString();
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.4f", value);
  }

  @Override
  public JsonNode json() {
    ObjectNode node = Json.object().put("corpus", corpus);
    if (hasRaw()) {
      node.put("raw", raw).put("klReduction", mean());
    }
    ArrayNode targets = node.putArray("targets");
    for (Row row : rows) {
      ObjectNode target = targets.addObject().put("target", row.target());
      if (hasRaw()) {
        target.put("klFromRaw", row.before());
      }
      target.put("klFromCorpus", row.after());
    }
    return node;
  }

  @Override
  public void save(RunFolder folder) {
    folder.writeJson("kl.json", json());
  }

  @Override
  public void describe(Report report) {
    List<Chart.Bar> bars = new ArrayList<>();
    for (Row row : rows) {
      if (hasRaw()) {
        bars.add(new Chart.Bar(row.target(), row.before(), raw));
      }
      bars.add(new Chart.Bar(row.target(), row.after(), hasRaw() ? corpus : ""));
    }
    report.chart(new Bars("Divergence of hashed n-grams", "KL(target || corpus), nats", bars));
  }
}
