package dev.grassmann.tables.dsir;

import dev.grassmann.core.Option;
import dev.grassmann.core.data.DocumentText;
import dev.grassmann.core.data.TextUnit;
import java.util.List;

/** Options of {@code sample fit}. */
public record DsirFitConfig(
    @Option(help = "files, folders or data sets that the text should look like")
        List<String> target,
    @Option(help = "field (JSONL) or column (Parquet) of the text; inner fields as a.b")
        String text,
    @Option(help = "the same for the target; empty: as --text") String targetText,
    @Option(help = "what one document of a plain text file is") TextUnit unit,
    @Option(help = "longest n-gram", min = 1, max = FeatureMap.LONGEST) int ngrams,
    @Option(help = "buckets that n-grams are hashed into", min = 2, max = FeatureMap.MOST_BUCKETS)
        int buckets,
    @Option(help = "hash function; fast gives other buckets, sooner") FeatureMap.Hash hash,
    @Option(help = "rule by which text is cut into tokens") FeatureMap.Rule tokens,
    @Option(help = "pseudo-count of the target's model; 1 for a small target", min = 0, max = 1e9)
        double smoothing,
    @Option(help = "raw n-grams counted: auto (100,000 a bucket), all, or a number") String budget,
    @Option(help = "weigh for each --target separately, not for all together") boolean separate,
    @Option(help = "leave out documents that cannot be read, and do not refuse them")
        boolean skipBroken) {
  /** The paper's and the reference package's. */
  public static final DsirFitConfig DEFAULT =
      new DsirFitConfig(
          List.of(),
          "text",
          "",
          TextUnit.LINE,
          2,
          10_000,
          FeatureMap.Hash.SHA256,
          FeatureMap.Rule.WORDPUNCT,
          0,
          "auto",
          false,
          false);

  public DsirFitConfig {
    target = List.copyOf(target);
  }

  FeatureMap map() {
    return new FeatureMap(ngrams, buckets, hash, tokens);
  }

  Reading raw() {
    return new Reading(new DocumentText(text, unit), skipBroken);
  }

  Reading ofTarget() {
    String field = targetText.isEmpty() ? text : targetText;
    return new Reading(new DocumentText(field, unit), skipBroken);
  }
}
