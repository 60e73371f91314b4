package dev.grassmann.cli.explore;

import dev.grassmann.core.data.Labels;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.report.Report;
import dev.grassmann.dictionaries.measure.Feature;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Shows the features of a dictionary: each by its direction and by the rows where it is strongest.
 */
record FeaturePages(VectorSubject subject, Vectors atoms, List<Feature> features) {
  /** Features shown one by one. */
  private static final int SHOWN = 24;

  /** Features shown with their rows as pictures. */
  private static final int PICTURED = 8;

  /** A feature speaks of a class when this share of its strongest rows is of it. */
  private static final double SPEAKS = 0.8;

  /**
   * What a feature's strongest rows have in common.
   *
   * @param share of those rows that are of the class, 0 to 1
   */
  record Speaks(Feature feature, int label, double share) {}

  /**
   * For each class the feature that speaks of it most clearly; classes without one are left out.
   */
  List<Speaks> byLabel(Labels labels) {
    int[] codes = labels.codes();
    List<Speaks> all = new ArrayList<>();
    for (Feature feature : features) {
      int[] seen = new int[labels.classes()];
      feature.top().forEach(activation -> seen[codes[activation.row()]]++);
      int most = 0;
      for (int label = 1; label < seen.length; label++) {
        most = seen[label] > seen[most] ? label : most;
      }
      double share = (double) seen[most] / feature.top().size();
      if (share >= SPEAKS && feature.top().size() >= 5) {
        all.add(new Speaks(feature, most, share));
      }
    }
    all.sort(Comparator.comparingDouble((Speaks s) -> s.share() * s.feature().energy()).reversed());
    List<Speaks> best = new ArrayList<>();
    boolean[] found = new boolean[labels.classes()];
    for (Speaks speaks : all) {
      if (!found[speaks.label()]) {
        found[speaks.label()] = true;
        best.add(speaks);
      }
    }
    return best;
  }

  void addTo(Report report) {
    List<BufferedImage> directions = new ArrayList<>();
    List<String> captions = new ArrayList<>();
    float[] atom = new float[atoms.d()];
    for (Feature feature : features.subList(0, Math.min(SHOWN, features.size()))) {
      atoms.copyRow(feature.number(), atom);
      Optional<BufferedImage> picture = subject.view().direction(atom);
      picture.ifPresent(directions::add);
      captions.add(Say.format("feature %d", feature.number()));
    }
    if (!directions.isEmpty()) {
      report.pictures(
          "What the strongest features look like: white adds, black takes away",
          captions,
          directions);
    }
    features.stream().limit(directions.isEmpty() ? 0 : PICTURED).forEach(f -> pictures(report, f));
    table(report);
  }

  private void pictures(Report report, Feature feature) {
    List<BufferedImage> images = new ArrayList<>();
    List<String> captions = new ArrayList<>();
    for (Feature.Activation activation : feature.top()) {
      subject.view().picture(activation.row()).ifPresent(images::add);
      captions.add(
          Say.format("%s, %.2f", subject.view().caption(activation.row()), activation.strength()));
    }
    report.pictures(
        Say.format("Where feature %d is strongest", feature.number()), captions, images);
  }

  private void table(Report report) {
    int n = subject.rows().n();
    List<List<String>> rows = new ArrayList<>();
    for (Feature feature : features.subList(0, Math.min(SHOWN, features.size()))) {
      List<String> top =
          feature.top().stream().limit(5).map(a -> subject.view().caption(a.row())).toList();
      rows.add(
          List.of(
              Integer.toString(feature.number()),
              Say.percent((double) feature.rows() / n),
              Say.format("%.3g", feature.energy() / n),
              String.join("; ", top)));
    }
    report.table(
        "The strongest features",
        List.of("feature", "active in", "energy a row", "strongest rows"),
        rows);
  }
}
