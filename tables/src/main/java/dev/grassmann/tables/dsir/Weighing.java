package dev.grassmann.tables.dsir;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Corpus;
import dev.grassmann.core.data.CorpusPass;
import dev.grassmann.core.io.GrowingNpy;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.Workers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Weighs every document of a corpus, once through it, and writes the weights as they come. */
final class Weighing {
  private static final String STAGE = "weighing";

  private final GrowingNpy weights;
  private final GrowingNpy lengths;
  private final int targets;
  private long broken;
  private long poor;

  private Weighing(GrowingNpy weights, GrowingNpy lengths, int targets) {
    this.weights = weights;
    this.lengths = lengths;
    this.targets = targets;
  }

  /** Where the documents come from. */
  @FunctionalInterface
  private interface Pass {
    /** Gives checksums of the parts. */
    List<Long> over(Weighing weighing);
  }

  /**
   * What gives the numbers.
   *
   * @param map how texts become buckets
   * @param targets names
   * @param sizes n-grams of each target
   * @param each one a target
   */
  record Scores(
      FeatureMap map,
      List<String> targets,
      List<Long> sizes,
      DocumentScore[] each,
      StoredWeights.Kind kind) {}

  /**
   * Weighs.
   *
   * @param folder that the files of weights go to; they appear when all is weighed
   * @throws InputException where there is no document
   */
  static StoredWeights run(Corpus corpus, DsirModel model, Reading reading, Path folder, Run run) {
    return run(corpus, scores(model, ratios(model)), reading, folder, run);
  }

  /** The same by any scores. */
  static StoredWeights run(Corpus corpus, Scores scores, Reading reading, Path folder, Run run) {
    return written(
        corpus,
        scores,
        reading,
        folder,
        run,
        weighing ->
            CorpusPass.run(
                corpus,
                reading.text(),
                STAGE,
                run,
                () -> new WeightWork(scores.map(), reading, scores.each()),
                weighing::take));
  }

  /** The same from what was kept of the whole corpus when it was counted. */
  static StoredWeights kept(
      Corpus corpus, DsirModel model, Reading reading, KeptFeatures kept, Path folder, Run run) {
    LogRatio[] ratios = ratios(model);
    return written(
        corpus,
        scores(model, ratios),
        reading,
        folder,
        run,
        weighing -> {
          Workers.map(kept.blocks(), STAGE, run, () -> null, (i, none) -> kept.weigh(i, ratios))
              .forEach(block -> weighing.take(0, block));
          return kept.checksums();
        });
  }

  private static LogRatio[] ratios(DsirModel model) {
    return IntStream.range(0, model.targets().size())
        .mapToObj(model::logRatio)
        .toArray(LogRatio[]::new);
  }

  private static Scores scores(DsirModel model, LogRatio[] ratios) {
    return new Scores(
        model.map(),
        model.targets().stream().map(DsirModel.Target::name).toList(),
        model.targets().stream().map(t -> t.counts().total()).toList(),
        ratios,
        StoredWeights.Kind.IMPORTANCE);
  }

  private static StoredWeights written(
      Corpus corpus, Scores scores, Reading reading, Path folder, Run run, Pass pass) {
    int targets = scores.targets().size();
    try (GrowingNpy weights =
            GrowingNpy.doubles(folder.resolve(StoredWeights.LOG_WEIGHTS), targets);
        GrowingNpy lengths = GrowingNpy.ints(folder.resolve(StoredWeights.LENGTHS))) {
      Weighing weighing = new Weighing(weights, lengths, targets);
      List<Long> checksums = pass.over(weighing);
      if (lengths.rows() == 0) {
        throw new InputException(
            "the raw collection has no documents", corpus.name(), "give one with text in it");
      }
      Broken.warn(weighing.broken, corpus, run);
      if (weighing.poor > 0) {
        run.warn(
            String.format(
                Locale.ROOT,
                "%,d of %,d documents fail the quality filter and are not drawn",
                weighing.poor,
                lengths.rows()));
      }
      weights.finish();
      lengths.finish();
      List<StoredWeights.Part> parts = new ArrayList<>();
      for (int i = 0; i < checksums.size(); i++) {
        Corpus.Part part = corpus.parts().get(i);
        parts.add(new StoredWeights.Part(part.name(), part.bytes(), checksums.get(i)));
      }
      return new StoredWeights(
          folder,
          lengths.rows(),
          scores.targets(),
          scores.sizes(),
          reading.text(),
          parts,
          scores.kind());
    }
  }

  private boolean take(int part, WeightWork.Block block) {
    for (int i = 0; i < block.lengths().length; i++) {
      for (int t = 0; t < targets; t++) {
        weights.add(block.logs()[i * targets + t]);
      }
      weights.endRow();
      lengths.add(block.lengths()[i]);
      lengths.endRow();
    }
    broken += block.broken();
    poor += block.poor();
    return true;
  }
}
