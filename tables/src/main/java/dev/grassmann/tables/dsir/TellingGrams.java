package dev.grassmann.tables.dsir;

import dev.grassmann.core.data.BrokenDocument;
import dev.grassmann.core.data.Corpus;
import dev.grassmann.core.data.CorpusReader;
import dev.grassmann.core.data.DocumentBlock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Gives names to the buckets that tell a target from raw text most: of the target's n-grams in such
 * a bucket the most frequent one. Reads the beginning of the target again.
 */
final class TellingGrams {
  private static final int NAMED = 20;
  private static final long ENOUGH = 2_000_000;

  private TellingGrams() {}

  static List<DsirModel.Gram> of(
      Corpus target, Reading reading, FeatureMap map, BucketCounts counts, BucketCounts raw) {
    double[] p = counts.shares(0);
    double[] q = raw.shares(1);
    LogRatio ratio = LogRatio.of(counts, raw, 0);
    List<Integer> top =
        IntStream.range(0, p.length)
            .filter(j -> p[j] > 0)
            .boxed()
            .sorted(Comparator.comparingDouble(j -> -p[j] * Math.log(p[j] / q[j])))
            .limit(NAMED)
            .toList();
    Map<Integer, Map<String, Integer>> met = new HashMap<>();
    top.forEach(j -> met.put(j, new HashMap<>()));
    read(target, reading, map, met);
    List<DsirModel.Gram> grams = new ArrayList<>();
    for (int j : top) {
      met.get(j).entrySet().stream()
          .max(
              Comparator.comparingInt((Map.Entry<String, Integer> e) -> e.getValue())
                  .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
          .ifPresent(
              gram ->
                  grams.add(
                      new DsirModel.Gram(gram.getKey(), p[j], raw.shares(0)[j], ratio.at(j))));
    }
    return grams;
  }

  private static void read(
      Corpus corpus, Reading reading, FeatureMap map, Map<Integer, Map<String, Integer>> met) {
    Featurizer featurizer = new Featurizer(map);
    long seen = 0;
    try (CorpusReader reader = corpus.open(reading.text())) {
      Optional<DocumentBlock> block = reader.next();
      while (block.isPresent() && seen < ENOUGH) {
        while (block.get().next()) {
          seen += document(block.get(), featurizer, map.ngrams(), met);
        }
        block = reader.next();
      }
    }
  }

  private static long document(
      DocumentBlock block, Featurizer featurizer, int n, Map<Integer, Map<String, Integer>> met) {
    try {
      featurizer.read(block.text());
    } catch (BrokenDocument e) {
      return 0; // counting has refused or left out such a document already
    }
    int at = 0;
    for (int token = 0; token < featurizer.tokens().count(); token++) {
      for (int i = 1; i <= n && i <= token + 1; i++) {
        Map<String, Integer> grams = met.get(featurizer.buckets()[at++]);
        if (grams != null) {
          grams.merge(featurizer.tokens().text(token + 1 - i, i), 1, Integer::sum);
        }
      }
    }
    return featurizer.count();
  }
}
