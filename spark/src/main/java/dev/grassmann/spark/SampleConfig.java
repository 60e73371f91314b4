package dev.grassmann.spark;

import dev.grassmann.core.Option;
import dev.grassmann.tables.dsir.FeatureMap;

/** Options of {@code sample} on a cluster. */
record SampleConfig(
    @Option(help = "collection that the choice should look like") String target,
    @Option(help = "documents to draw", min = 1) long k,
    @Option(help = "column of the text, in both collections") String text,
    @Option(help = "longest n-gram", min = 1, max = FeatureMap.LONGEST) int ngrams,
    @Option(help = "buckets that n-grams are hashed into", min = 2, max = FeatureMap.MOST_BUCKETS)
        int buckets,
    @Option(help = "pseudo-count of the target's model; 1 for a small target", min = 0, max = 1e9)
        double smoothing,
    @Option(help = "leave out documents of fewer tokens", min = 0, unit = "tokens") int minLength,
    @Option(help = "divides log weights; above 1 draws more evenly", min = 1e-6) double temperature,
    @Option(help = "where the documents drawn are written, as Parquet") String kept) {
  /** The paper's; target, number and place must be said. */
  static final SampleConfig DEFAULTS =
      new SampleConfig(
          "", 1, "text", FeatureMap.DEFAULT.ngrams(), FeatureMap.DEFAULT.buckets(), 0, 100, 1, "");
}
