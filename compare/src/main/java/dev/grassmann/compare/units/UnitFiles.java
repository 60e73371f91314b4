package dev.grassmann.compare.units;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.result.SimilarityNull;
import dev.grassmann.core.run.RunFolder;
import java.util.Optional;
import java.util.stream.Collectors;

/** A comparison of units as files. */
record UnitFiles(UnitComparison result) {
  void write(RunFolder folder) {
    folder.writeJson("units.json", json());
    int p = result.unitsA().length;
    int q = result.unitsB().length;
    float[] numbers = new float[p * q];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) result.correlations()[i / q][i % q];
    }
    folder.writeNpy("correlations.npy", Vectors.of(numbers, p, q));
    result.matching().ifPresent(matching -> folder.writeText("matching.csv", csv(matching)));
    result
        .prediction()
        .ifPresent(
            few -> {
              folder.writeText("path.csv", path(few));
              folder.writeText("prediction.csv", targets(few));
            });
    result.clusters().ifPresent(found -> folder.writeText("clusters.csv", csv(found)));
  }

  ObjectNode json() {
    ObjectNode node = Json.object();
    node.put("rows", result.rows()).put("score", result.measure());
    node.set("unitsA", Json.tree(result.unitsA()));
    node.set("unitsB", Json.tree(result.unitsB()));
    node.set("deadA", Json.tree(result.deadA()));
    node.set("deadB", Json.tree(result.deadB()));
    result
        .matching()
        .ifPresent(
            matching -> {
              ObjectNode part = node.putObject("matching");
              part.put("greedyMean", matching.greedyMean());
              part.put("bipartiteMean", matching.bipartiteMean());
              part.put("overlap", matching.overlap());
              put(part, "greedyNull", result.nulls().flatMap(UnitNulls::greedy));
              put(part, "bipartiteNull", result.nulls().flatMap(UnitNulls::bipartite));
              part.set("greedy", Json.tree(matching.greedy()));
              part.set("bipartite", Json.tree(matching.bipartite()));
            });
    result
        .prediction()
        .ifPresent(
            few -> {
              ObjectNode part = node.putObject("prediction");
              part.put("alpha", few.reported()).put("meanR2", few.meanR2());
              part.put("meanWeightsAbove05", few.meanWeights());
              part.put("medianUnitsNeeded", few.medianNeeded());
              put(part, "r2Null", result.nulls().flatMap(UnitNulls::r2));
              part.set("path", Json.tree(few.path()));
            });
    result.clusters().ifPresent(found -> put(node.putObject("clusters"), found));
    return node;
  }

  private void put(ObjectNode part, UnitClusters found) {
    part.put("paired", found.paired()).put("sharedA", found.sharedA());
    part.put("privateA", found.privateA()).put("privateB", found.privateB());
    put(part, "cosineNull", result.nulls().flatMap(UnitNulls::cosine));
    ArrayNode all = part.putArray("clusters");
    for (UnitClusters.Cluster cluster : found.clusters()) {
      ObjectNode one = all.addObject();
      one.set("a", Json.tree(cluster.a()));
      one.set("b", Json.tree(cluster.b()));
      one.set("cosines", Json.tree(cluster.cosines()));
    }
  }

  private static void put(ObjectNode part, String name, Optional<SimilarityNull> none) {
    none.ifPresent(
        n -> {
          ObjectNode node = part.putObject(name);
          node.put("mean", n.mean()).put("quantile95", n.quantile(0.95));
          node.put("shuffles", n.shuffles()).put("rows", n.rows());
        });
  }

  private String csv(Matching matching) {
    StringBuilder csv = new StringBuilder("a,greedy_b,greedy_score,bipartite_b,bipartite_score\n");
    for (int i = 0; i < matching.greedy().length; i++) {
      int partner = matching.bipartite()[i];
      csv.append(result.unitsA()[i]).append(',');
      csv.append(result.unitsB()[matching.greedy()[i]]).append(',');
      csv.append(matching.greedyScores()[i]).append(',');
      csv.append(
          partner < 0 ? "," : result.unitsB()[partner] + "," + matching.bipartiteScores()[i]);
      csv.append('\n');
    }
    return csv.toString();
  }

  private static String path(SparsePrediction few) {
    StringBuilder csv = new StringBuilder("alpha,loss,weights_above_0.001,weights_above_0.05\n");
    for (SparsePrediction.PathPoint point : few.path()) {
      csv.append(point.alpha()).append(',').append(point.loss()).append(',');
      csv.append(point.above001()).append(',').append(point.above05()).append('\n');
    }
    return csv.toString();
  }

  private static String targets(SparsePrediction few) {
    StringBuilder csv =
        new StringBuilder(
            "b,r2,weights_above_0.001,weights_above_0.05,dense_r2,units_for_90_percent,sources\n");
    for (SparsePrediction.Target target : few.targets()) {
      String sources =
          target.sources().stream()
              .map(source -> source.unit() + ":" + source.weight())
              .collect(Collectors.joining(" "));
      csv.append(target.unit()).append(',').append(target.r2()).append(',');
      csv.append(target.above001()).append(',').append(target.above05()).append(',');
      csv.append(target.dense()).append(',').append(target.needed()).append(',');
      csv.append(sources).append('\n');
    }
    return csv.toString();
  }

  /** A line a unit; units without an edge are in cluster -1. */
  private static String csv(UnitClusters found) {
    StringBuilder csv = new StringBuilder("network,unit,cluster,mean_cosine\n");
    for (int c = 0; c < found.clusters().size(); c++) {
      UnitClusters.Cluster cluster = found.clusters().get(c);
      String end = "," + c + "," + (cluster.isShared() ? cluster.meanCosine() : "") + "\n";
      cluster.a().forEach(unit -> csv.append("A,").append(unit).append(end));
      cluster.b().forEach(unit -> csv.append("B,").append(unit).append(end));
    }
    found.loneA().forEach(unit -> csv.append("A,").append(unit).append(",-1,\n"));
    found.loneB().forEach(unit -> csv.append("B,").append(unit).append(",-1,\n"));
    return csv.toString();
  }
}
