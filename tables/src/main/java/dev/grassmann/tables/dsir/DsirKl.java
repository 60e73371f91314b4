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
import java.util.Optional;

/** How far a corpus is from targets, and how much nearer than the one it was drawn from. */
public final class DsirKl implements Method<Corpus, DsirKlConfig, KlReduction> {
  @Override
  public MethodInfo info() {
    return new MethodInfo(
        6,
        "dsir",
        "sample kl",
        "KL reduction",
        DsirFit.PAPER,
        "KL divergence of hashed n-grams from targets, before and after",
        true);
  }

  @Override
  public Class<Corpus> input() {
    return Corpus.class;
  }

  @Override
  public DsirKlConfig defaults() {
    return DsirKlConfig.DEFAULT;
  }

  @Override
  public KlReduction run(Corpus corpus, DsirKlConfig config, Run run) {
    Options.check(config);
    if (config.target().isEmpty()) {
      throw new InputException("no target was given", "--target", "name what to compare with");
    }
    FeatureMap map = config.map();
    Optional<Corpus> raw =
        config.raw().isBlank()
            ? Optional.empty()
            : Optional.of(CorpusFiles.named(List.of(config.raw())));
    BucketCounts chosen = count(corpus, map, config.reading(), "corpus", run);
    Optional<double[]> before =
        raw.map(r -> count(r, map, config.reading(), "raw", run).shares(config.smoothing()));
    double[] after = chosen.shares(config.smoothing());
    List<KlReduction.Row> rows = new ArrayList<>();
    for (String name : config.target()) {
      Corpus target = CorpusFiles.named(List.of(name));
      double[] t = count(target, map, config.ofTarget(), "target", run).shares(config.smoothing());
      double far = before.map(q -> Divergence.kl(t, q)).orElse(Double.NaN);
      rows.add(new KlReduction.Row(name, far, Divergence.kl(t, after)));
    }
    return new KlReduction(corpus.name(), config.raw(), rows);
  }

  private static BucketCounts count(
      Corpus corpus, FeatureMap map, Reading reading, String what, Run run) {
    return Counting.of(corpus, map, reading, Counting.ALL, what, run);
  }
}
