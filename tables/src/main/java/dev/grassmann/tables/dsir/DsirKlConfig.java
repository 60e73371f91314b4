package dev.grassmann.tables.dsir;

import dev.grassmann.core.Option;
import java.util.List;

/** Options of {@code sample kl}. */
public record DsirKlConfig(
    @Option(help = "collections to measure the distance to, each for itself") List<String> target,
    @Option(help = "collection that the corpus was drawn from; empty: no reduction is given")
        String raw,
    TextOptions texts,
    FeatureOptions features,
    @Option(
            help = "added to each count of all collections, so that divergences are finite",
            min = 0,
            minExclusive = true,
            max = 1e9)
        double smoothing,
    @Option(help = "leave out documents that cannot be read, and do not refuse them")
        boolean skipBroken) {
  static final DsirKlConfig DEFAULT =
      new DsirKlConfig(List.of(), "", TextOptions.DEFAULT, FeatureOptions.DEFAULT, 1, false);

  public DsirKlConfig {
    target = List.copyOf(target);
  }

  FeatureMap map() {
    return features.map();
  }

  Reading reading() {
    return texts.raw(skipBroken);
  }

  Reading ofTarget() {
    return texts.ofTarget(skipBroken);
  }
}
