package dev.grassmann.tables.dsir;

import dev.grassmann.core.Option;
import java.util.List;

/** Options of {@code sample classify}. */
public record DsirClassifyConfig(
    @Option(help = "files, folders or data sets that the text should look like")
        List<String> target,
    TextOptions texts,
    FeatureOptions features,
    @Option(
            help = "documents of each kind that the classifier learns from at most",
            min = 1,
            max = 10_000_000)
        int examples,
    @Option(
            help =
                "leave out documents that are short, long, repetitive, mostly stop words or digits,"
                    + " by the paper's bounds")
        boolean quality,
    @Option(help = "leave out documents that cannot be read, and do not refuse them")
        boolean skipBroken) {
  static final DsirClassifyConfig DEFAULT =
      new DsirClassifyConfig(
          List.of(), TextOptions.DEFAULT, FeatureOptions.DEFAULT, 100_000, false, false);

  public DsirClassifyConfig {
    target = List.copyOf(target);
  }
}
