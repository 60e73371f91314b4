package dev.grassmann.tables.dsir;

import dev.grassmann.core.Option;
import dev.grassmann.core.data.DocumentText;
import dev.grassmann.core.data.TextUnit;
import java.util.List;

/** Options of {@code sample kl}. */
public record DsirKlConfig(
    @Option(help = "collections to measure the distance to, each for itself") List<String> target,
    @Option(help = "collection that the corpus was drawn from; empty: no reduction is given")
        String raw,
    @Option(help = "field (JSONL) or column (Parquet) of the text; inner fields as a.b")
        String text,
    @Option(help = "the same for targets; empty: as --text") String targetText,
    @Option(help = "what one document of a plain text file is") TextUnit unit,
    @Option(help = "longest n-gram", min = 1, max = FeatureMap.LONGEST) int ngrams,
    @Option(help = "buckets that n-grams are hashed into", min = 2, max = FeatureMap.MOST_BUCKETS)
        int buckets,
    @Option(help = "hash function; fast gives other buckets, sooner") FeatureMap.Hash hash,
    @Option(help = "rule by which text is cut into tokens") FeatureMap.Rule tokens,
    @Option(
            help = "added to each count of all collections, so that divergences are finite",
            min = 0,
            minExclusive = true,
            max = 1e9)
        double smoothing,
    @Option(help = "leave out documents that cannot be read, and do not refuse them")
        boolean skipBroken) {
  static final DsirKlConfig DEFAULT =
      new DsirKlConfig(
          List.of(),
          "",
          "text",
          "",
          TextUnit.LINE,
          2,
          10_000,
          FeatureMap.Hash.SHA256,
          FeatureMap.Rule.WORDPUNCT,
          1,
          false);

  public DsirKlConfig {
    target = List.copyOf(target);
  }

  FeatureMap map() {
    return new FeatureMap(ngrams, buckets, hash, tokens);
  }

  Reading reading() {
    return new Reading(new DocumentText(text, unit), skipBroken);
  }

  Reading ofTarget() {
    String field = targetText.isEmpty() ? text : targetText;
    return new Reading(new DocumentText(field, unit), skipBroken);
  }
}
