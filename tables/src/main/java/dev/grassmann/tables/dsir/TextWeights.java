package dev.grassmann.tables.dsir;

import java.util.List;

/**
 * Weights of a few texts in memory.
 *
 * @param logs log weight of each text, nats
 * @param lengths tokens of each text
 */
record TextWeights(double[] logs, int[] lengths) {
  /** By models of these targets and of the texts themselves. */
  static TextWeights of(FeatureMap map, double smoothing, List<String> target, List<String> texts) {
    LogRatio ratio = LogRatio.of(counts(map, target), counts(map, texts), smoothing);
    Featurizer featurizer = new Featurizer(map);
    double[] logs = new double[texts.size()];
    int[] lengths = new int[texts.size()];
    for (int i = 0; i < logs.length; i++) {
      featurizer.read(texts.get(i));
      logs[i] = ratio.weight(featurizer.buckets(), featurizer.count());
      lengths[i] = featurizer.length();
    }
    return new TextWeights(logs, lengths);
  }

  static BucketCounts counts(FeatureMap map, List<String> texts) {
    Featurizer featurizer = new Featurizer(map);
    BucketCounts counts = new BucketCounts(map.buckets());
    for (String text : texts) {
      featurizer.read(text);
      counts.add(featurizer.buckets(), 0, featurizer.count());
    }
    return counts;
  }

  WeightReader open() {
    return new Reader();
  }

  private final class Reader implements WeightReader {
    private int at = -1;

    @Override
    public boolean next() {
      return ++at < logs.length;
    }

    @Override
    public long document() {
      return at;
    }

    @Override
    public int targets() {
      return 1;
    }

    @Override
    public double logWeight(int target) {
      return logs[at];
    }

    @Override
    public int length() {
      return lengths[at];
    }

    @Override
    public void close() {}
  }
}
