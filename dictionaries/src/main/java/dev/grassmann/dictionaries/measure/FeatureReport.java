package dev.grassmann.dictionaries.measure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.Result;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.report.Report;
import dev.grassmann.core.result.Dictionary;
import dev.grassmann.core.run.RunFolder;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Features of a dictionary as they show on vectors.
 *
 * @param features the features shown, most energy first
 * @param active number of features that are active in some row
 * @param vectors the rows that they were looked for in
 * @param height pixels, where rows are grey images; 0 where they are not
 * @param width pixels
 */
public record FeatureReport(
    Dictionary dictionary,
    List<Feature> features,
    int active,
    Vectors vectors,
    int height,
    int width)
    implements Result {
  private static final int IN_TEXT = 20;

  public FeatureReport {
    features = List.copyOf(features);
  }

  @Override
  public String headline() {
    return String.format(
        Locale.ROOT,
        "%,d of %,d features are active on %,d rows",
        active,
        dictionary.features(),
        vectors.n());
  }

  @Override
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(" feature   rows    energy  strongest rows\n");
    for (Feature feature : features.subList(0, Math.min(IN_TEXT, features.size()))) {
      text.append(
          String.format(
              Locale.ROOT,
              "%8d %6d %9.4g  %s\n",
              feature.number(),
              feature.rows(),
              feature.energy(),
              strongest(feature, 4)));
    }
    return text.toString();
  }

  @Override
  public JsonNode json() {
    ObjectNode node = Json.object();
    node.put("rows", vectors.n()).put("features", dictionary.features()).put("active", active);
    ArrayNode list = node.putArray("strongest");
    for (Feature feature : features) {
      ObjectNode one = list.addObject().put("feature", feature.number());
      one.put("rows", feature.rows()).put("energy", feature.energy());
      ArrayNode top = one.putArray("top");
      for (Feature.Activation activation : feature.top()) {
        top.addObject()
            .put("row", activation.row())
            .put("id", id(activation.row()))
            .put("strength", activation.strength());
      }
    }
    return node;
  }

  /** Writes {@code features.json}. */
  @Override
  public void save(RunFolder folder) {
    folder.writeJson("features.json", json());
  }

  @Override
  public void describe(Report report) {
    List<List<String>> rows = new ArrayList<>();
    for (Feature feature : features) {
      rows.add(
          List.of(
              Integer.toString(feature.number()),
              Integer.toString(feature.rows()),
              EvaluationText.number(feature.energy()),
              strongest(feature, feature.top().size())));
    }
    if (height > 0) {
      pictures(report);
    }
    report.table(
        "Features, most energy first",
        List.of("feature", "rows", "energy", "strongest rows"),
        rows);
  }

  private void pictures(Report report) {
    List<String> captions = new ArrayList<>();
    List<BufferedImage> images = new ArrayList<>();
    float[] atom = new float[dictionary.d()];
    for (Feature feature : features) {
      dictionary.atoms().copyRow(feature.number(), atom);
      captions.add("feature " + feature.number());
      images.add(AtomPicture.of(atom, height, width));
    }
    report.pictures("Features: red adds, blue takes away", captions, images);
    float[] row = new float[dictionary.d()];
    for (Feature feature : features.subList(0, Math.min(8, features.size()))) {
      List<String> rows = new ArrayList<>();
      List<BufferedImage> shown = new ArrayList<>();
      for (Feature.Activation activation : feature.top()) {
        vectors.copyRow(activation.row(), row);
        rows.add(
            String.format(Locale.ROOT, "%s: %.2f", id(activation.row()), activation.strength()));
        shown.add(AtomPicture.of(row, height, width));
      }
      report.pictures("Rows in which feature " + feature.number() + " is strongest", rows, shown);
    }
  }

  private String strongest(Feature feature, int most) {
    List<String> names = new ArrayList<>();
    for (Feature.Activation a : feature.top().subList(0, Math.min(most, feature.top().size()))) {
      names.add(String.format(Locale.ROOT, "%s (%.2f)", id(a.row()), a.strength()));
    }
    return String.join(", ", names);
  }

  private String id(int row) {
    return vectors.ids().map(ids -> ids.get(row)).orElse(Integer.toString(row));
  }
}
