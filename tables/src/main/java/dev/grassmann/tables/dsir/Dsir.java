package dev.grassmann.tables.dsir;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Corpus;
import dev.grassmann.core.run.Run;
import java.nio.file.Path;
import java.util.List;

/** Fits, weighs and draws in one go: documents of a raw corpus that look like a target. */
public final class Dsir implements Method<Corpus, DsirConfig, Sample> {
  private final DsirConfig config;

  /** With the paper's options. */
  public Dsir() {
    this(DsirConfig.DEFAULT);
  }

  /** With these options. */
  public Dsir(DsirConfig config) {
    this.config = config;
  }

  @Override
  public MethodInfo info() {
    return new MethodInfo(
        6,
        "dsir",
        "sample",
        "DSIR",
        DsirFit.PAPER,
        "importance resampling by hashed n-grams",
        true);
  }

  @Override
  public Class<Corpus> input() {
    return Corpus.class;
  }

  @Override
  public DsirConfig defaults() {
    return DsirConfig.DEFAULT;
  }

  @Override
  public Sample run(Corpus raw, DsirConfig options, Run run) {
    Options.check(options);
    options.draw().requireNumber();
    KeptFeatures kept = keeping(options);
    return draw(raw, new DsirFit().run(raw, options.fit(), kept, run), options, kept, run);
  }

  /**
   * Draws documents that look like a target.
   *
   * @param target one or more; more than one are served separately
   * @param k how many documents
   * @throws InputException where a corpus has no words or k is more than there are
   */
  public Sample sample(Corpus raw, List<Corpus> target, long k, Run run) {
    DsirConfig options = Options.with(config, "k", k);
    Options.check(options);
    KeptFeatures kept = keeping(options);
    return draw(raw, DsirFit.fit(raw, target, options.fit(), kept, run), options, kept, run);
  }

  /** What was kept are buckets; the quality filter asks for words. */
  private static KeptFeatures keeping(DsirConfig options) {
    FeatureMap map = options.fit().map();
    return options.quality() ? KeptFeatures.none(map) : KeptFeatures.upToAnEighth(map);
  }

  private static Sample draw(
      Corpus raw, DsirModel model, DsirConfig options, KeptFeatures kept, Run run) {
    Path folder = WeightsFolder.of(run);
    Reading reading = options.fit().raw().with(options.quality());
    StoredWeights stored =
        kept.isWhole()
            ? Weighing.kept(raw, model, reading, kept, folder, run)
            : Weighing.run(raw, model, reading, folder, run);
    kept.giveUp(); // the draw has its own use for the memory
    DrawnDocuments drawn = DsirDraw.draw(raw, stored, options.draw(), run);
    return new Sample(model, DocumentWeights.of(stored), drawn);
  }
}
