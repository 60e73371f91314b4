package dev.grassmann.clusters.choice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.Result;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.report.Bars;
import dev.grassmann.core.report.Chart;
import dev.grassmann.core.report.Lines;
import dev.grassmann.core.report.Report;
import dev.grassmann.core.run.RunFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A recommended number of clusters and dimension, with what speaks for others.
 *
 * @param chosen what is recommended
 * @param candidates all that were looked at, by descending score
 * @param certainty how sure the number of clusters is
 * @param curve what is left of the chosen clusters by dimension
 * @param spectrum largest eigenvalues of the normalised affinity, descending
 */
public record Choice(
    Candidate chosen,
    List<Candidate> candidates,
    Certainty certainty,
    ResidualCurve curve,
    double[] spectrum)
    implements Result {
  public Choice {
    candidates = List.copyOf(candidates);
    spectrum = spectrum.clone();
  }

  /** A copy. */
  @Override
  public double[] spectrum() {
    return spectrum.clone();
  }

  @Override
  public String headline() {
    String number =
        switch (certainty) {
          case SURE -> "%,d clusters: the gap is clear, and parts of the points give the same ones";
          case LIKELY -> "Probably %,d clusters: other numbers fit nearly as well";
          case UNSURE ->
              "No number of clusters stands out; %,d fits best, and there may be none at all";
        };
    return String.format(Locale.ROOT, number, chosen.clusters()) + ". " + dimension();
  }

  private String dimension() {
    return curve.ends()
        ? String.format(
            Locale.ROOT,
            "Their dimension ends at %,d (variance falls by %.1f there).",
            curve.dimension(),
            curve.drop()[curve.dimension() - 1])
        : String.format(
            Locale.ROOT,
            "Their dimension has no clear end: %,d directions leave %.0f %% of the variance.",
            curve.dimension(),
            100 * curve.left()[curve.dimension()]);
  }

  @Override
  public String text() {
    StringBuilder text = new StringBuilder("clusters      gap  stability\n");
    for (Candidate candidate : candidates) {
      text.append(
          String.format(
              Locale.ROOT,
              "%8d %8.4f %10.3f%s%n",
              candidate.clusters(),
              candidate.gap(),
              candidate.stability(),
              candidate.clusters() == chosen.clusters() ? "  " + certainty : ""));
    }
    return text.toString();
  }

  @Override
  public JsonNode json() {
    ObjectNode node = Json.object();
    node.put("clusters", chosen.clusters()).put("certainty", certainty.toString());
    node.put("dimension", curve.dimension()).put("dimensionEnds", curve.ends());
    ArrayNode list = node.putArray("candidates");
    for (Candidate candidate : candidates) {
      list.addObject()
          .put("clusters", candidate.clusters())
          .put("gap", candidate.gap())
          .put("stability", candidate.stability());
    }
    node.set("spectrum", Json.tree(spectrum));
    node.set("left", Json.tree(curve.left()));
    node.set("drop", Json.tree(curve.drop()));
    return node;
  }

  /** Writes {@code choice.json}. */
  @Override
  public void save(RunFolder folder) {
    folder.writeJson("choice.json", json());
  }

  @Override
  public void describe(Report report) {
    List<Chart.Point> values = new ArrayList<>();
    for (int k = 0; k < spectrum.length; k++) {
      String side = k < chosen.clusters() ? "one a cluster" : "beyond";
      values.add(new Chart.Point(k + 1, spectrum[k], side));
    }
    report
        .section("How many clusters")
        .text(
            "Eigenvalues of the normalised affinity: K clear clusters give K values near 1, and"
                + " then a gap.")
        .chart(new Lines("Eigengap", "number of clusters", "eigenvalue", values));
    List<Chart.Bar> bars = new ArrayList<>();
    for (Candidate candidate : candidates) {
      bars.add(new Chart.Bar(Integer.toString(candidate.clusters()), candidate.stability()));
    }
    report
        .text(
            "Stability: parts of the points are clustered, and each two of them compared on the"
                + " points that both have. 1 is the same clusters each time, 0 is chance.")
        .chart(new Bars("Stability by number of clusters", "adjusted Rand index", bars));
    List<Chart.Point> left = new ArrayList<>();
    for (int k = 0; k < curve.left().length; k++) {
      left.add(new Chart.Point(k, 100 * curve.left()[k], ""));
    }
    List<Chart.Point> drop = new ArrayList<>();
    for (int k = 1; k <= curve.drop().length; k++) {
      drop.add(new Chart.Point(k, curve.drop()[k - 1], ""));
    }
    report
        .section("Of which dimension")
        .text(
            "What is left of the points' variance within their clusters, and by how much the"
                + " variance of one direction exceeds the next one's: a subspace ends where that is"
                + " large.")
        .chart(new Lines("What is left", "dimension", "% of the variance", left))
        .chart(
            new Lines("Where it ends", "dimension", "times the next variance", drop, false, true));
  }
}
