package dev.grassmann.tables.dsir;

import dev.grassmann.core.Option;
import dev.grassmann.core.Options;
import java.util.List;
import java.util.Map;

/** Options of {@code sample}: of fitting and of drawing. */
public record DsirConfig(
    @Option(help = "files, folders or data sets that the text should look like")
        List<String> target,
    @Option(help = "documents to draw", min = 0) long k,
    TextOptions texts,
    FeatureOptions features,
    @Option(help = "pseudo-count of the target's model; 1 for a small target", min = 0, max = 1e9)
        double smoothing,
    @Option(help = "raw n-grams counted: auto (100,000 a bucket), all, or a number") String budget,
    @Option(help = "leave out documents of fewer tokens", min = 0, unit = "tokens") int minLength,
    @Option(help = "take the largest weights, and do not draw") boolean topK,
    @Option(help = "divides log weights; above 1 draws more evenly, not the paper's", min = 1e-6)
        double temperature,
    @Option(help = "serve each --target separately, not all together") boolean separate,
    @Option(help = "share of each separate target; empty: by their sizes", min = 0)
        List<Double> shares,
    @Option(
            help =
                "leave out documents that are short, long, repetitive, mostly stop words or digits,"
                    + " by the paper's bounds")
        boolean quality,
    @Option(help = "leave out documents that cannot be read, and do not refuse them")
        boolean skipBroken) {
  /** The paper's; how many to draw must be said. */
  public static final DsirConfig DEFAULT =
      new DsirConfig(
          List.of(),
          0,
          TextOptions.DEFAULT,
          FeatureOptions.DEFAULT,
          0,
          "auto",
          100,
          false,
          1,
          false,
          List.of(),
          false,
          false);

  public DsirConfig {
    target = List.copyOf(target);
    shares = List.copyOf(shares);
  }

  /** A copy with options changed, by name. */
  public DsirConfig with(Map<String, ?> changes) {
    return Options.with(this, changes);
  }

  DsirFitConfig fit() {
    return new DsirFitConfig(target, texts, features, smoothing, budget, separate, skipBroken);
  }

  DsirDrawConfig draw() {
    return new DsirDrawConfig("", k, topK, false, minLength, temperature, shares);
  }
}
