package dev.grassmann.tables.dsir;

import dev.grassmann.core.Option;

/** Options of what turns a text into features. */
public record FeatureOptions(
    @Option(help = "longest n-gram", min = 1, max = FeatureMap.LONGEST) int ngrams,
    @Option(help = "buckets that n-grams are hashed into", min = 2, max = FeatureMap.MOST_BUCKETS)
        int buckets,
    @Option(help = "hash function; fast gives other buckets, sooner") FeatureMap.Hash hash,
    @Option(help = "rule by which text is cut into tokens") FeatureMap.Rule tokens) {
  /** The paper's. */
  public static final FeatureOptions DEFAULT =
      new FeatureOptions(
          FeatureMap.DEFAULT.ngrams(),
          FeatureMap.DEFAULT.buckets(),
          FeatureMap.DEFAULT.hash(),
          FeatureMap.DEFAULT.tokens());

  FeatureMap map() {
    return new FeatureMap(ngrams, buckets, hash, tokens);
  }
}
