package dev.grassmann.tables.dsir;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Corpus;
import dev.grassmann.core.data.CorpusPass;
import dev.grassmann.core.run.Run;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Counts the n-grams of a corpus, once through it. A budget is split evenly over the parts; each is
 * counted from its start up to the document with which its share is exceeded.
 */
final class Counting {
  /** No budget: everything is counted. */
  static final long ALL = Long.MAX_VALUE;

  private final Corpus corpus;
  private final FeatureMap map;
  private final Reading reading;
  private final long share;
  private final BucketCounts counts;
  private final AtomicIntegerArray full; // 1: the part's share is used up
  private final long[] counted; // n-grams of each part
  private int left; // parts whose share is not used up
  private final KeptFeatures kept;
  private long broken;

  private Counting(Corpus corpus, FeatureMap map, Reading reading, long budget, KeptFeatures kept) {
    int parts = corpus.parts().size();
    this.corpus = corpus;
    this.map = map;
    this.reading = reading;
    this.share = budget == ALL ? ALL : budget / Math.max(1, parts);
    this.counts = new BucketCounts(map.buckets());
    this.full = new AtomicIntegerArray(parts);
    this.counted = new long[parts];
    this.left = parts;
    this.kept = kept;
  }

  /**
   * Counts of a corpus.
   *
   * @param what what refusals call it, e.g. {@code target}
   * @param budget n-grams, or {@link #ALL}
   * @throws InputException where there is no n-gram in it
   */
  static BucketCounts of(
      Corpus corpus, FeatureMap map, Reading reading, long budget, String what, Run run) {
    return of(corpus, map, reading, budget, KeptFeatures.none(map), what, run);
  }

  /** The same; the documents' buckets are kept where they fit. */
  static BucketCounts of(
      Corpus corpus,
      FeatureMap map,
      Reading reading,
      long budget,
      KeptFeatures kept,
      String what,
      Run run) {
    Counting counting = new Counting(corpus, map, reading, budget, kept);
    kept.finish(
        CorpusPass.run(
            corpus,
            reading.text(),
            "counting " + what,
            run,
            () -> new BlockFeatures.Work(map, reading.skipBroken(), p -> counting.full.get(p) == 1),
            counting::take));
    if (counting.counts.total() == 0) {
      throw new InputException(
          "the " + what + " collection has no words", corpus.name(), "give one with text in it");
    }
    Broken.warn(counting.broken, corpus, run);
    return counting.counts;
  }

  private boolean take(int part, BlockFeatures block) {
    broken += block.broken();
    if (full.get(part) == 1) {
      kept.giveUp(); // what lies behind a part's share is not cut into n-grams
    }
    kept.add(block);
    for (int i = 0; i < block.documents() && full.get(part) == 0; i++) {
      counts.add(block.buckets(), block.start(i), block.ends()[i]);
      counted[part] += block.ends()[i] - block.start(i);
      if (counted[part] > share) {
        full.set(part, 1);
        left--;
      }
    }
    return left > 0;
  }
}
