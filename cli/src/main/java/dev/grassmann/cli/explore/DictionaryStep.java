package dev.grassmann.cli.explore;

import dev.grassmann.core.Options;
import dev.grassmann.core.data.Labels;
import dev.grassmann.core.result.Dictionary;
import dev.grassmann.core.result.SparseCodes;
import dev.grassmann.core.run.Run;
import dev.grassmann.dictionaries.SparseAutoencoder;
import dev.grassmann.dictionaries.measure.Feature;
import dev.grassmann.dictionaries.mpsae.MpSae;
import dev.grassmann.dictionaries.mpsae.MpSaeConfig;
import dev.grassmann.dictionaries.train.SaeTraining;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A small dictionary of features, and what its strongest ones speak of.
 *
 * @param width features to learn
 * @param steps training steps
 */
record DictionaryStep(VectorSubject subject, int width, int steps) implements Step {
  private static final int PICKS = 8;
  private static final int BATCH = 256;
  private static final int TOP = 10;

  @Override
  public String name() {
    return "learning features";
  }

  @Override
  public void look(Exploration exploration, Run run) {
    int picks = Math.max(1, Math.min(PICKS, Math.min(width, subject.rows().d()) / 2));
    MpSaeConfig config =
        Options.with(
            MpSaeConfig.DEFAULT,
            Map.of(
                "width",
                width,
                "k",
                picks,
                "steps",
                steps,
                "batch",
                Math.min(BATCH, subject.rows().n()),
                "warmup",
                steps / 20,
                "coolDown",
                0.2,
                "coolDownTo",
                0.1,
                "normalize",
                Dictionary.Kind.CENTRE));
    // so short a training needs no checkpoint in the folder that a person will open
    Run unsaved = run.but().folder(null).build();
    SaeTraining training = new MpSae().run(subject.rows(), config, unsaved);
    Dictionary dictionary = training.dictionary();
    SparseCodes codes =
        SparseAutoencoder.of(dictionary, run).encode(subject.rows(), OptionalInt.empty(), run);
    List<Feature> features = Feature.of(codes, TOP);
    FeaturePages pages = new FeaturePages(subject, dictionary.atoms(), features);
    double held = training.evaluation().fidelity().explainedVariance();
    exploration.find(
        65,
        Remark.Kind.STRUCTURE,
        Say.format(
            "%d of %,d learnt features at a time explain %s of the variance of rows that were not"
                + " learnt from (MP-SAE).",
            picks, width, Say.percent(held)));
    exploration.figure(
        "dictionary", Map.of("features", width, "k", picks, "explainedVariance", held));
    exploration.attach("dictionary", training);
    exploration.show(
        report -> {
          report
              .section("Features")
              .text(
                  "Directions that the rows are sums of, learnt by matching pursuit about the mean"
                      + " row. A feature is best understood by the rows in which it is strongest.");
          pages.addTo(report);
        });
    subject.labels().ifPresent(labels -> speaks(exploration, pages, labels));
  }

  private static void speaks(Exploration exploration, FeaturePages pages, Labels labels) {
    List<FeaturePages.Speaks> speaking = pages.byLabel(labels);
    if (speaking.isEmpty()) {
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    List<String> said = new ArrayList<>();
    for (FeaturePages.Speaks speaks : speaking) {
      String name = labels.names().get(speaks.label());
      rows.add(
          List.of(
              name,
              Integer.toString(speaks.feature().number()),
              Say.percent(speaks.share()),
              Integer.toString(speaks.feature().rows())));
      said.add(Say.format("%d of '%s'", speaks.feature().number(), name));
    }
    exploration.find(
        55,
        Remark.Kind.STRUCTURE,
        Say.format(
            "%d of %d classes have a feature that speaks of them: feature %s.",
            speaking.size(), labels.classes(), Say.list(said, 4)));
    exploration.show(
        report ->
            report.table(
                "Which feature speaks of which class",
                List.of("class", "feature", "of its strongest rows", "active rows"),
                rows));
  }
}
