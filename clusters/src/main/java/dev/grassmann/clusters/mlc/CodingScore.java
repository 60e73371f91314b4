package dev.grassmann.clusters.mlc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.clusters.metrics.LinearStructure;
import dev.grassmann.core.Result;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.report.Bars;
import dev.grassmann.core.report.Chart;
import dev.grassmann.core.report.HeatMap;
import dev.grassmann.core.report.Report;
import dev.grassmann.core.run.RunFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Coding rates, ranks and angles of features in classes.
 *
 * @param structure what was measured
 * @param names of the classes
 * @param n rows
 * @param d numbers a row
 * @param eps2 squared distortion
 */
public record CodingScore(LinearStructure structure, List<String> names, int n, int d, double eps2)
    implements Result {
  private static final int MAPPED = 60;

  public CodingScore {
    names = List.copyOf(names);
  }

  /** R - R_c as a share of the largest that d dimensions allow for that many equal classes. */
  public double share() {
    return structure.reduction() / CodingRates.most(d, names.size(), eps2);
  }

  @Override
  public String headline() {
    return String.format(
        Locale.ROOT,
        "%,d classes of %,d rows: R - R_c is %.3f, %.0f %% of what orthogonal subspaces would give.",
        names.size(),
        n,
        structure.reduction(),
        100 * share());
  }

  @Override
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "R %.4f, R_c %.4f, coding length %.1f nats; %d of %d directions hold 95 %%,"
                + " mean |cosine| between classes %.4f%n%n",
            structure.rate(),
            structure.classRate(),
            structure.codingLength(),
            structure.rank(),
            d,
            structure.across()));
    text.append(" class                 rank  |cosine| within\n");
    for (int c = 0; c < Math.min(30, names.size()); c++) {
      text.append(
          String.format(
              Locale.ROOT,
              " %-20s %5d %16.4f%n",
              names.get(c),
              structure.classRanks()[c],
              structure.cosines()[c][c]));
    }
    return text.toString();
  }

  @Override
  public JsonNode json() {
    ObjectNode node = Json.object().put("rows", n).put("dimensions", d).put("eps2", eps2);
    node.put("R", structure.rate()).put("Rc", structure.classRate());
    node.put("reduction", structure.reduction()).put("shareOfMost", share());
    node.put("codingLength", structure.codingLength()).put("rank", structure.rank());
    node.put("across", structure.across());
    node.set("classes", Json.tree(names));
    node.set("classRanks", Json.tree(structure.classRanks()));
    return node;
  }

  /** Writes {@code rates.json}. */
  @Override
  public void save(RunFolder folder) {
    folder.writeJson("rates.json", json());
  }

  @Override
  public void describe(Report report) {
    List<Chart.Bar> bars = new ArrayList<>();
    for (int c = 0; c < names.size(); c++) {
      bars.add(new Chart.Bar(names.get(c), structure.classRanks()[c]));
    }
    report
        .section("Dimensions of the classes")
        .chart(new Bars("Directions that hold 95 % of each class", "directions", bars));
    if (names.size() <= MAPPED) {
      report
          .section("Angles between the classes")
          .chart(
              new HeatMap(
                  "Mean |cosine| between rows", names, names, structure.cosines(), "|cosine|"));
    }
  }
}
