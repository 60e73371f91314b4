package dev.grassmann.clusters.franca;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.Result;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.report.Chart;
import dev.grassmann.core.report.HeatMap;
import dev.grassmann.core.report.Histogram;
import dev.grassmann.core.report.Lines;
import dev.grassmann.core.report.Report;
import dev.grassmann.core.run.RunFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Directions that were erased, and the one matrix that erases them. */
public final class Erasure implements Result {
  static final String MAP = "erase.npy";
  private static final int MAPPED = 6;

  private final int d;
  private final Rasa.Removal removal;
  private final double chance;
  private final Optional<SpatialEntropy> before;
  private final Optional<SpatialEntropy> after;
  private final int gridRows;
  private final int gridColumns;

  Erasure(
      int d,
      Rasa.Removal removal,
      double chance,
      Optional<SpatialEntropy> before,
      Optional<SpatialEntropy> after,
      int gridRows,
      int gridColumns) {
    this.d = d;
    this.removal = removal;
    this.chance = chance;
    this.before = before;
    this.after = after;
    this.gridRows = gridRows;
    this.gridColumns = gridColumns;
  }

  /** Rounds that were gone. */
  public int rounds() {
    return removal.rounds().size();
  }

  /** Mean squared error of the probe before each round, and of a last one on what is left. */
  public double[] errors() {
    double[] errors = new double[rounds() + 1];
    for (int t = 0; t < rounds(); t++) {
      errors[t] = removal.rounds().get(t).error();
    }
    errors[rounds()] = removal.left();
    return errors;
  }

  /** Error of guessing the mean. */
  public double chance() {
    return chance;
  }

  /** Share of the features' squared length that is gone. */
  public double energyRemoved() {
    return rounds() == 0 ? 0 : 1 - removal.rounds().get(rounds() - 1).kept();
  }

  /** L, d × d, row-major: rows of features times L are what is left of them. */
  public double[] map() {
    double[] map = new double[d * d];
    for (int j = 0; j < d; j++) {
      map[j * d + j] = 1;
    }
    for (Rasa.Round round : removal.rounds()) {
      for (double[] u : round.basis()) {
        for (int i = 0; i < d; i++) {
          double dot = 0;
          for (int j = 0; j < d; j++) {
            dot += map[i * d + j] * u[j];
          }
          for (int j = 0; j < d; j++) {
            map[i * d + j] -= dot * u[j];
          }
        }
      }
    }
    return map;
  }

  /** What is left of the features, in their order. */
  public Vectors features() {
    return Vectors.of(removal.z(), removal.z().length / d, d);
  }

  /** Mean entropy of where the tokens of a cluster lie, before and after; empty without a grid. */
  public Optional<double[]> spatialEntropy() {
    return before.map(b -> new double[] {b.mean(), after.orElseThrow().mean()});
  }

  @Override
  public String headline() {
    double[] errors = errors();
    return String.format(
        Locale.ROOT,
        "After %,d rounds a probe errs by %.4f where guessing errs by %.4f (%.4f before); %.1f %% of"
            + " the features' energy is gone.",
        rounds(),
        errors[rounds()],
        chance,
        errors[0],
        100 * energyRemoved());
  }

  @Override
  public String text() {
    StringBuilder text = new StringBuilder("  round  error of the probe  energy left\n");
    for (int t = 0; t < rounds(); t++) {
      Rasa.Round round = removal.rounds().get(t);
      text.append(
          String.format(
              Locale.ROOT, "%7d %19.5f %11.1f%%%n", t + 1, round.error(), 100 * round.kept()));
    }
    text.append(String.format(Locale.ROOT, "   left %19.5f%n", removal.left()));
    spatialEntropy()
        .ifPresent(
            e ->
                text.append(
                    String.format(
                        Locale.ROOT,
                        "%nentropy of where a cluster's tokens lie: %.3f before, %.3f after, %.3f at"
                            + " most%n",
                        e[0],
                        e[1],
                        Math.log((double) gridRows * gridColumns))));
    return text.toString();
  }

  @Override
  public JsonNode json() {
    ObjectNode node = Json.object().put("rounds", rounds()).put("chance", chance);
    node.set("errors", Json.tree(errors()));
    node.put("energyRemoved", energyRemoved());
    spatialEntropy().ifPresent(e -> node.set("spatialEntropy", Json.tree(e)));
    ArrayNode bases = node.putArray("bases");
    removal.rounds().forEach(round -> bases.add(Json.tree(round.basis())));
    return node;
  }

  /**
   * Writes {@code erase.npy} (L), {@code features.npy} (what is left) and {@code erase.json} (the
   * rest, with the directions of each round).
   */
  @Override
  public void save(RunFolder folder) {
    folder.writeJson("erase.json", json());
    double[] map = map();
    float[] narrow = new float[map.length];
    for (int p = 0; p < map.length; p++) {
      narrow[p] = (float) map[p];
    }
    folder.writeNpy(MAP, Vectors.of(narrow, d, d));
    folder.writeNpy("features.npy", features());
  }

  @Override
  public void describe(Report report) {
    List<Chart.Point> points = new ArrayList<>();
    double[] errors = errors();
    for (int t = 0; t < errors.length; t++) {
      points.add(new Chart.Point(t, errors[t], "probe"));
      points.add(new Chart.Point(t, chance, "guessing"));
    }
    report
        .section("What a probe can still read")
        .chart(new Lines("Error after each round", "rounds", "mean squared error", points));
    before.ifPresent(b -> entropies(report, b, after.orElseThrow()));
  }

  private void entropies(Report report, SpatialEntropy was, SpatialEntropy is) {
    report
        .section("Where the tokens of a cluster lie")
        .text("Entropy over places: low for clusters of one place, high for clusters of things.")
        .chart(Histogram.of("Before", "entropy in nats", was.entropies(), 20))
        .chart(Histogram.of("After", "entropy in nats", is.entropies(), 20));
    for (int c = 0; c < Math.min(MAPPED, was.shares().length); c++) {
      report
          .chart(places("Cluster " + c + " before", was.shares()[c]))
          .chart(places("Cluster " + c + " after", is.shares()[c]));
    }
  }

  private HeatMap places(String title, double[] shares) {
    double[][] cells = new double[gridRows][gridColumns];
    for (int p = 0; p < shares.length; p++) {
      cells[p / gridColumns][p % gridColumns] = shares[p];
    }
    List<String> rows = IntStream.range(0, gridRows).mapToObj(Integer::toString).toList();
    List<String> columns = IntStream.range(0, gridColumns).mapToObj(Integer::toString).toList();
    return new HeatMap(title, rows, columns, cells, "share of the cluster");
  }
}
