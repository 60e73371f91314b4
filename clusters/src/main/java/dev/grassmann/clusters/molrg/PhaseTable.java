package dev.grassmann.clusters.molrg;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.Options;
import dev.grassmann.core.Result;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.report.Chart;
import dev.grassmann.core.report.HeatMap;
import dev.grassmann.core.report.Lines;
import dev.grassmann.core.report.Report;
import dev.grassmann.core.run.RunFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How often planted subspaces of each dimension were found from so many points.
 *
 * @param config what was asked for
 * @param cells dimension by dimension, in the order asked for
 */
public record PhaseTable(PhaseConfig config, List<PhaseExperiment.Cell> cells) implements Result {
  public PhaseTable {
    cells = List.copyOf(cells);
  }

  /**
   * The theory's word on a cell, in the measure of our errors: below d points each a bound that no
   * method can beat, but for noise; from d on the bound's shape, of which the theory leaves a
   * constant open.
   */
  double bound(PhaseExperiment.Cell cell) {
    int d = cell.d();
    int points = cell.points();
    int n = config.ambient();
    double unit = Math.sqrt(2.0 * d);
    if (points < d) {
      return Math.sqrt(2.0 * Math.min(d - points, n - d)) / unit;
    }
    double noise = config.noise() * Math.sqrt((double) n * points); // E ‖E‖_F, about
    return Math.min(1, noise / (Math.sqrt(points) - Math.sqrt(d - 1.0)) / unit);
  }

  @Override
  public String headline() {
    double below = rate(true);
    double from = rate(false);
    return String.format(
        Locale.ROOT,
        "Subspaces were found in %.0f %% of the draws with fewer points than dimensions, in %.0f %%"
            + " of those with five times as many or more",
        100 * below,
        100 * from);
  }

  /** Over cells below d points each, or over those from 5 d on; 0 where there are none. */
  private double rate(boolean below) {
    return cells.stream()
        .filter(c -> below ? c.points() < c.d() : c.points() >= 5 * c.d())
        .mapToDouble(PhaseExperiment.Cell::rate)
        .average()
        .orElse(0);
  }

  @Override
  public String text() {
    StringBuilder text = new StringBuilder("   d    N_k   N_k/d   found   mean error   theory\n");
    for (PhaseExperiment.Cell cell : cells) {
      text.append(
          String.format(
              Locale.ROOT,
              "%4d %6d %7.2f %7.2f %12.4f %6s %.3f%n",
              cell.d(),
              cell.points(),
              (double) cell.points() / cell.d(),
              cell.rate(),
              cell.meanError(),
              cell.points() < cell.d() ? ">=" : "~",
              bound(cell)));
    }
    return text.toString();
  }

  @Override
  public JsonNode json() {
    ObjectNode node = Json.object();
    node.set("config", Options.json(config));
    ArrayNode rows = node.putArray("cells");
    for (PhaseExperiment.Cell cell : cells) {
      ObjectNode row = rows.addObject().put("d", cell.d()).put("points", cell.points());
      row.put("rate", cell.rate()).put("meanError", cell.meanError()).put("theory", bound(cell));
      row.set("errors", Json.tree(cell.errors()));
    }
    return node;
  }

  /** Writes {@code phase.csv}. */
  @Override
  public void save(RunFolder folder) {
    StringBuilder csv = new StringBuilder("d,points,rate,mean_error,theory\n");
    for (PhaseExperiment.Cell cell : cells) {
      csv.append(cell.d()).append(',').append(cell.points()).append(',').append(cell.rate());
      csv.append(',').append(cell.meanError()).append(',').append(bound(cell)).append('\n');
    }
    folder.writeText("phase.csv", csv.toString());
  }

  @Override
  public void describe(Report report) {
    List<Chart.Point> points = new ArrayList<>();
    for (PhaseExperiment.Cell cell : cells) {
      double share = (double) cell.points() / cell.d();
      points.add(new Chart.Point(share, cell.rate(), "d = " + cell.d()));
    }
    report
        .section("From how many points subspaces are found")
        .text(
            "Share of draws in which all subspaces were found, by dimension and points of each"
                + " subspace. Left of N_k = d (the line) no method can find them; right of it the"
                + " best k-subspaces does, and what a search from random starts misses is the"
                + " search's fault: more --restarts sharpen the edge.")
        .chart(heatMap())
        .text("The same over N_k / d: the curves of all dimensions nearly fall together.")
        .chart(new Lines("Found, over N_k / d", "N_k / d", "found", points, true, false));
  }

  private HeatMap heatMap() {
    List<Integer> counts = cells.stream().map(PhaseExperiment.Cell::points).distinct().toList();
    double[][] rates = new double[config.dimensions().size()][counts.size()];
    int[] edges = new int[rates.length];
    for (int r = 0; r < rates.length; r++) {
      int d = config.dimensions().get(r);
      edges[r] = (int) counts.stream().filter(points -> points < d).count();
      for (PhaseExperiment.Cell cell : cells) {
        if (cell.d() == d) {
          rates[r][counts.indexOf(cell.points())] = cell.rate();
        }
      }
    }
    return new HeatMap(
            "Found, by dimension and points",
            config.dimensions().stream().map(d -> "d = " + d).toList(),
            counts.stream().map(points -> "N = " + points).toList(),
            rates,
            "found")
        .withEdges(edges);
  }
}
