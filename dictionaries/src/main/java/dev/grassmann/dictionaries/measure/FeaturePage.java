package dev.grassmann.dictionaries.measure;

import dev.grassmann.core.report.Card;
import dev.grassmann.core.report.HeatMap;
import dev.grassmann.core.report.Report;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Features as a page: what each stands for, where it shows, what lies near it. */
record FeaturePage(FeatureReport features) {
  private static final int MAPPED = 40;

  void addTo(Report report) {
    report.text(
        "Features by energy, the sum of their squared codes. Each with the rows in which it is"
            + " strongest; the bars count its active rows by code, by their square root.");
    report.cards(
        String.format(Locale.ROOT, "%,d features", features.profiles().size()),
        features.profiles().stream().map(this::card).toList());
    report.section("The dictionary");
    report.chart(DensityBars.of(features.density()));
    if (!features.together().pairs().isEmpty()) {
      report.chart(features.together().map(MAPPED));
      report.text(
          "The features of the pairs that share most of their rows; coactivation.csv has the pairs,"
              + " also by how many times more rows they share than independent features would.");
    }
    if (features.profiles().size() > 1) {
      report.chart(cosines());
    }
  }

  private Card card(FeatureProfile profile) {
    Feature feature = profile.feature();
    List<String> words = features.keywords(feature);
    Map<String, Double> numbers = new LinkedHashMap<>();
    numbers.put("energy", feature.energy());
    numbers.put("active rows", (double) feature.rows());
    numbers.put("density", features.density().of(feature.number()));
    numbers.put("largest code", strongest(feature));
    numbers.put(
        "nearest cosine", profile.nearest().isEmpty() ? 0 : profile.nearest().get(0).value());
    List<String> notes = new ArrayList<>();
    notes.add("Points the same way: " + others(profile.nearest(), "feature"));
    notes.add("Active in the same rows: " + others(profile.together(), "feature"));
    Optional<BufferedImage> picture = picture(feature);
    if (picture.isEmpty()) {
      notes.add("Writes: " + others(profile.writes(), "dimension"));
    }
    String title = "Feature " + feature.number();
    return new Card(
        words.isEmpty() ? title : title + ": " + String.join(", ", words),
        picture,
        numbers,
        profile.counts(),
        "rows by code, to the largest",
        notes,
        feature.top().stream().map(a -> example(a, strongest(feature), words)).toList());
  }

  private static double strongest(Feature feature) {
    return feature.top().isEmpty() ? Double.NaN : Math.abs(feature.top().get(0).strength());
  }

  private Optional<BufferedImage> picture(Feature feature) {
    if (features.look().height() == 0) {
      return Optional.empty();
    }
    float[] atom = new float[features.dictionary().d()];
    features.dictionary().atoms().copyRow(feature.number(), atom);
    return Optional.of(AtomPicture.of(atom, features.look().height(), features.look().width()));
  }

  private Card.Example example(Feature.Activation activation, double most, List<String> words) {
    FeatureReport.Look look = features.look();
    Optional<BufferedImage> image = Optional.empty();
    if (look.height() > 0) {
      float[] row = new float[features.dictionary().d()];
      features.vectors().copyRow(activation.row(), row);
      image = Optional.of(AtomPicture.of(row, look.height(), look.width()));
    }
    return new Card.Example(
        look.texts().map(texts -> texts.text(activation.row())).orElse(""),
        String.format(
            Locale.ROOT, "%s: %.2f", features.id(activation.row()), activation.strength()),
        Math.abs(activation.strength()) / most,
        words,
        image);
  }

  private static String others(List<FeatureProfile.Other> others, String what) {
    if (others.isEmpty()) {
      return "none";
    }
    List<String> names = new ArrayList<>();
    for (FeatureProfile.Other other : others) {
      names.add(String.format(Locale.ROOT, "%s %d (%.2f)", what, other.number(), other.value()));
    }
    return String.join(", ", names);
  }

  /** Cosines between the features shown first. */
  private HeatMap cosines() {
    List<Feature> shown = features.features();
    shown = shown.subList(0, Math.min(MAPPED, shown.size()));
    int d = features.dictionary().d();
    float[] atoms = Atoms.unit(features.dictionary());
    double[][] cells = new double[shown.size()][shown.size()];
    for (int i = 0; i < cells.length; i++) {
      for (int j = 0; j < cells.length; j++) {
        for (int c = 0; c < d; c++) {
          cells[i][j] +=
              (double) atoms[shown.get(i).number() * d + c] * atoms[shown.get(j).number() * d + c];
        }
      }
    }
    List<String> names = shown.stream().map(f -> Integer.toString(f.number())).toList();
    return new HeatMap("Cosines between the features shown first", names, names, cells, "cosine");
  }
}
