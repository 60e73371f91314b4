package dev.grassmann.tables.dsir;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Corpus;
import dev.grassmann.core.io.CorpusFiles;
import dev.grassmann.core.run.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Fits the two models: counts target and raw n-grams. */
public final class DsirFit implements Method<Corpus, DsirFitConfig, DsirModel> {
  static final String PAPER = "Xie et al. 2023, arXiv 2302.03169";

  /** A bucket should have been met some ten times before its share means much. */
  private static final long FEW_A_BUCKET = 10;

  private static final long AUTO_A_BUCKET = 100_000;

  @Override
  public MethodInfo info() {
    return new MethodInfo(
        6,
        "dsir",
        "sample fit",
        "DSIR models",
        PAPER,
        "counts of hashed n-grams of target and raw text",
        true);
  }

  @Override
  public Class<Corpus> input() {
    return Corpus.class;
  }

  @Override
  public DsirFitConfig defaults() {
    return DsirFitConfig.DEFAULT;
  }

  /**
   * Fits on files.
   *
   * @throws InputException where no target is named or a collection has no words
   */
  @Override
  public DsirModel run(Corpus raw, DsirFitConfig config, Run run) {
    Options.check(config);
    return run(raw, config, KeptFeatures.none(config.map()), run);
  }

  /** The same; the raw documents' buckets are kept where they fit. */
  DsirModel run(Corpus raw, DsirFitConfig config, KeptFeatures kept, Run run) {
    Options.check(config);
    if (config.target().isEmpty()) {
      throw new InputException(
          "no target was given",
          "--target",
          "name a file of text that the choice should look like");
    }
    List<Corpus> targets = new ArrayList<>();
    if (config.separate()) {
      config.target().forEach(name -> targets.add(CorpusFiles.named(List.of(name))));
    } else {
      targets.add(CorpusFiles.named(config.target()));
    }
    return fit(raw, targets, config, kept, run);
  }

  /** Fits on collections; {@code target} of the config is not used. */
  static DsirModel fit(
      Corpus raw, List<Corpus> targets, DsirFitConfig config, KeptFeatures kept, Run run) {
    FeatureMap map = config.map();
    long budget = budget(config);
    List<DsirModel.Target> counted = new ArrayList<>();
    BucketCounts together = new BucketCounts(map.buckets());
    for (Corpus target : targets) {
      BucketCounts counts =
          Counting.of(target, map, config.ofTarget(), Counting.ALL, "target", run);
      counted.add(new DsirModel.Target(target.name(), counts));
      together.merge(counts);
      warnIfSmall(counts, config, run);
    }
    BucketCounts counts = Counting.of(raw, map, config.raw(), budget, kept, "raw", run);
    List<DsirModel.Gram> grams =
        targets.size() > 1
            ? List.of()
            : TellingGrams.of(targets.get(0), config.ofTarget(), map, together, counts);
    return new DsirModel(map, config.raw().text(), config.smoothing(), counts, counted, grams);
  }

  private static void warnIfSmall(BucketCounts target, DsirFitConfig config, Run run) {
    if (config.smoothing() == 0 && target.total() < FEW_A_BUCKET * target.buckets()) {
      run.warn(
          String.format(
              Locale.ROOT,
              "the target has %,d n-grams for %,d buckets: without smoothing, short documents win"
                  + " because they hold fewer unseen n-grams; --smoothing 1 mends it",
              target.total(),
              target.buckets()));
    }
  }

  private static long budget(DsirFitConfig config) {
    switch (config.budget()) {
      case "auto" -> {
        return AUTO_A_BUCKET * config.features().buckets();
      }
      case "all" -> {
        return Counting.ALL;
      }
      default -> {
        try {
          long budget = Long.parseLong(config.budget().replace("_", ""));
          if (budget > 0) {
            return budget;
          }
        } catch (NumberFormatException e) {
          // refused below, with what may be given
        }
        throw new InputException(
            "--budget is '" + config.budget() + "'", "", "give auto, all, or a number above 0");
      }
    }
  }
}
