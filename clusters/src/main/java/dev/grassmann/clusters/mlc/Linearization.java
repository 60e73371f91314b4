package dev.grassmann.clusters.mlc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.clusters.metrics.LinearStructure;
import dev.grassmann.core.Result;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.report.Report;
import dev.grassmann.core.result.Clustering;
import dev.grassmann.core.run.RunFolder;
import dev.grassmann.engine.train.TrainingLog;
import java.util.Locale;
import java.util.Map;

/** Features in which clusters are subspaces, the clusters, and how they came about. */
public final class Linearization implements Result {
  private final Clustering clustering;
  private final LearntSpace space;
  private final Vectors features;
  private final LinearStructure before;
  private final LinearStructure after;
  private final TrainingLog pretraining;
  private final TrainingLog linearizing;
  private final Map<Integer, Double> lengths;
  private final Gallery gallery;

  Linearization(
      Clustering clustering,
      LearntSpace space,
      Vectors features,
      LinearStructure before,
      LinearStructure after,
      TrainingLog pretraining,
      TrainingLog linearizing,
      Map<Integer, Double> lengths,
      Gallery gallery) {
    this.clustering = clustering;
    this.space = space;
    this.features = features;
    this.before = before;
    this.after = after;
    this.pretraining = pretraining;
    this.linearizing = linearizing;
    this.lengths = Map.copyOf(lengths);
    this.gallery = gallery;
  }

  /** The clusters; their flats lie in the space of the features. */
  public Clustering clustering() {
    return clustering;
  }

  /** What takes a new row to its features. */
  public LearntSpace space() {
    return space;
  }

  /** Z, n × dim, rows of length 1. */
  public Vectors features() {
    return features;
  }

  /** The features' structure in the final clusters when memberships began to be learnt. */
  public LinearStructure before() {
    return before;
  }

  /** The same in the end. */
  public LinearStructure after() {
    return after;
  }

  /** Coding length in nats by number of clusters; empty where that number was given. */
  public Map<Integer, Double> lengths() {
    return lengths;
  }

  TrainingLog pretraining() {
    return pretraining;
  }

  TrainingLog linearizing() {
    return linearizing;
  }

  Gallery gallery() {
    return gallery;
  }

  /**
   * Puts rows that were not learnt from into the clusters: through the network, then to the nearest
   * subspace.
   */
  public Clustering assign(Vectors rows) {
    return clustering.assign(space.features(rows));
  }

  @Override
  public String headline() {
    return String.format(
        Locale.ROOT,
        "%,d points in %,d clusters; the mean rank of a cluster went from %.1f to %.1f of %,d"
            + " dimensions, the mean |cosine| between clusters from %.3f to %.3f.",
        clustering.n(),
        clustering.clusters(),
        before.meanClassRank(),
        after.meanClassRank(),
        features.d(),
        before.across(),
        after.across());
  }

  @Override
  public String text() {
    return String.format(
            Locale.ROOT,
            "                      before     after%n"
                + "R                  %9.3f %9.3f%n"
                + "R_c                %9.3f %9.3f%n"
                + "R - R_c            %9.3f %9.3f%n"
                + "rank of all        %9d %9d%n"
                + "mean cluster rank  %9.1f %9.1f%n"
                + "mean |cos| across  %9.3f %9.3f%n%n",
            before.rate(),
            after.rate(),
            before.classRate(),
            after.classRate(),
            before.reduction(),
            after.reduction(),
            before.rank(),
            after.rank(),
            before.meanClassRank(),
            after.meanClassRank(),
            before.across(),
            after.across())
        + clustering.text();
  }

  @Override
  public JsonNode json() {
    ObjectNode node = Json.object();
    node.set("before", structure(before));
    node.set("after", structure(after));
    node.set("codingLength", Json.tree(lengths));
    node.set("clustering", clustering.json());
    return node;
  }

  private static ObjectNode structure(LinearStructure s) {
    ObjectNode node = Json.object().put("R", s.rate()).put("Rc", s.classRate());
    node.put("reduction", s.reduction()).put("rank", s.rank()).put("across", s.across());
    node.set("classRanks", Json.tree(s.classRanks()));
    return node;
  }

  /**
   * As a clustering does, and {@code features.npy}, {@code linearization.json}, the network, and
   * how the training went as CSV.
   */
  @Override
  public void save(RunFolder folder) {
    clustering.save(folder);
    space.save(folder);
    folder.writeJson("linearization.json", json());
    folder.writeNpy("features.npy", features);
    folder.writeText("pretraining.csv", pretraining.csv());
    folder.writeText("linearizing.csv", linearizing.csv());
  }

  @Override
  public void describe(Report report) {
    new LinearizationPictures(this).addTo(report);
  }
}
