package dev.grassmann.dictionaries.measure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.Result;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.report.Report;
import dev.grassmann.core.result.Dictionary;
import dev.grassmann.core.result.SparseCodes;
import dev.grassmann.core.run.RunFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Features of a dictionary as they show on vectors.
 *
 * @param profiles the features shown, most energy first
 * @param active number of features that are active in some row
 * @param density how often each is active
 * @param together which are active in the same rows
 * @param vectors the rows that they were looked for in
 * @param look what rows look like
 */
public record FeatureReport(
    Dictionary dictionary,
    List<FeatureProfile> profiles,
    int active,
    Density density,
    CoActivation together,
    Vectors vectors,
    Look look)
    implements Result {
  private static final int IN_TEXT = 20;
  private static final int KEYWORDS = 6;

  public FeatureReport {
    profiles = List.copyOf(profiles);
  }

  /**
   * What rows look like.
   *
   * @param height pixels, where rows are grey images; 0 where they are not
   * @param width pixels
   * @param texts one a row, where there are any
   */
  public record Look(int height, int width, Optional<RowTexts> texts) {}

  /**
   * Looks at codes.
   *
   * @param shown features, those of most energy first
   * @param rows strongest rows of each
   */
  public static FeatureReport of(
      Dictionary dictionary, SparseCodes codes, Vectors vectors, int shown, int rows, Look look) {
    List<Feature> all = Feature.of(codes, rows);
    List<Feature> features = all.subList(0, Math.min(shown, all.size()));
    return new FeatureReport(
        dictionary,
        FeatureProfile.of(dictionary, codes, features),
        all.size(),
        Density.of(codes),
        CoActivation.of(codes),
        vectors,
        look);
  }

  /** The features shown, most energy first. */
  public List<Feature> features() {
    return profiles.stream().map(FeatureProfile::feature).toList();
  }

  /** Words that mark the rows in which a feature is strongest; none without texts. */
  List<String> keywords(Feature feature) {
    List<Integer> rows = feature.top().stream().map(Feature.Activation::row).toList();
    return look.texts().map(texts -> texts.keywords(rows, KEYWORDS)).orElse(List.of());
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
    boolean words = look.texts().isPresent();
    text.append(" feature   rows    energy  ").append(words ? "words" : "strongest rows");
    text.append('\n');
    for (Feature feature : features().subList(0, Math.min(IN_TEXT, profiles.size()))) {
      text.append(
          String.format(
              Locale.ROOT,
              "%8d %6d %9.4g  %s\n",
              feature.number(),
              feature.rows(),
              feature.energy(),
              words ? String.join(", ", keywords(feature)) : strongest(feature, 4)));
    }
    return text.toString();
  }

  @Override
  public JsonNode json() {
    ObjectNode node = Json.object();
    node.put("rows", vectors.n()).put("features", dictionary.features()).put("active", active);
    ArrayNode list = node.putArray("strongest");
    for (FeatureProfile profile : profiles) {
      Feature feature = profile.feature();
      ObjectNode one = list.addObject().put("feature", feature.number());
      one.put("rows", feature.rows()).put("energy", feature.energy());
      one.put("density", density.of(feature.number()));
      keywords(feature).forEach(one.withArray("words")::add);
      others(one.putArray("nearest"), profile.nearest(), "cosine");
      others(one.putArray("together"), profile.together(), "jaccard");
      ArrayNode top = one.putArray("top");
      for (Feature.Activation activation : feature.top()) {
        ObjectNode row = top.addObject().put("row", activation.row());
        row.put("id", id(activation.row())).put("strength", activation.strength());
        look.texts().ifPresent(texts -> row.put("text", texts.text(activation.row())));
      }
    }
    return node;
  }

  private static void others(ArrayNode array, List<FeatureProfile.Other> others, String what) {
    others.forEach(o -> array.addObject().put("feature", o.number()).put(what, o.value()));
  }

  /** Writes {@code features.json} and {@code coactivation.csv}. */
  @Override
  public void save(RunFolder folder) {
    folder.writeJson("features.json", json());
    folder.writeText("coactivation.csv", together.csv());
  }

  @Override
  public void describe(Report report) {
    new FeaturePage(this).addTo(report);
  }

  private String strongest(Feature feature, int most) {
    List<String> names = new ArrayList<>();
    for (Feature.Activation a : feature.top().subList(0, Math.min(most, feature.top().size()))) {
      names.add(String.format(Locale.ROOT, "%s (%.2f)", id(a.row()), a.strength()));
    }
    return String.join(", ", names);
  }

  /** Name of a row, or its number. */
  String id(int row) {
    return vectors.ids().map(ids -> ids.get(row)).orElse(Integer.toString(row));
  }
}
