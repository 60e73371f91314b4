package dev.grassmann.tables.dsir;

import dev.grassmann.core.Option;
import java.util.List;

/** Options of {@code sample fit}. */
public record DsirFitConfig(
    @Option(help = "files, folders or data sets that the text should look like")
        List<String> target,
    TextOptions texts,
    FeatureOptions features,
    @Option(help = "pseudo-count of the target's model; 1 for a small target", min = 0, max = 1e9)
        double smoothing,
    @Option(help = "raw n-grams counted: auto (100,000 a bucket), all, or a number") String budget,
    @Option(help = "weigh for each --target separately, not for all together") boolean separate,
    @Option(help = "leave out documents that cannot be read, and do not refuse them")
        boolean skipBroken) {
  /** The paper's and the reference package's. */
  public static final DsirFitConfig DEFAULT =
      new DsirFitConfig(
          List.of(), TextOptions.DEFAULT, FeatureOptions.DEFAULT, 0, "auto", false, false);

  public DsirFitConfig {
    target = List.copyOf(target);
  }

  FeatureMap map() {
    return features.map();
  }

  Reading raw() {
    return texts.raw(skipBroken);
  }

  Reading ofTarget() {
    return texts.ofTarget(skipBroken);
  }
}
