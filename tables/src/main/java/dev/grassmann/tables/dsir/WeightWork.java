package dev.grassmann.tables.dsir;

import dev.grassmann.core.data.BrokenDocument;
import dev.grassmann.core.data.CorpusPass;
import dev.grassmann.core.data.DocumentBlock;
import java.util.Arrays;

/** One thread's part in weighing: a block's documents, each in one number a target. */
final class WeightWork implements CorpusPass.Work<WeightWork.Block> {
  private final Featurizer featurizer;
  private final boolean skipBroken;
  private final boolean quality;
  private final DocumentScore[] scores;

  /**
   * What came out of a block.
   *
   * @param logs documents x targets, nats; of broken documents negative infinity
   * @param lengths tokens of each document; {@link WeightReader#BROKEN} of broken ones, {@link
   *     WeightReader#POOR} of those left out
   * @param broken how many could not be read
   * @param poor how many are left out for their quality
   */
  record Block(double[] logs, int[] lengths, int broken, int poor) {}

  WeightWork(FeatureMap map, Reading reading, DocumentScore[] scores) {
    this.featurizer = new Featurizer(map);
    this.skipBroken = reading.skipBroken();
    this.quality = reading.quality();
    this.scores = scores;
  }

  @Override
  public Block read(DocumentBlock block) {
    int targets = scores.length;
    double[] logs = new double[64 * targets];
    int[] lengths = new int[64];
    int documents = 0;
    int broken = 0;
    int poor = 0;
    while (block.next()) {
      if (documents == lengths.length) {
        lengths = Arrays.copyOf(lengths, 2 * documents);
        logs = Arrays.copyOf(logs, 2 * documents * targets);
      }
      if (!read(block, documents, logs)) {
        lengths[documents++] = WeightReader.BROKEN;
        broken++;
      } else if (quality && !Quality.of(featurizer.tokens()).passes()) {
        lengths[documents++] = WeightReader.POOR;
        poor++;
      } else {
        lengths[documents++] = featurizer.length();
      }
    }
    return new Block(
        Arrays.copyOf(logs, documents * targets), Arrays.copyOf(lengths, documents), broken, poor);
  }

  private boolean read(DocumentBlock block, int document, double[] logs) {
    try {
      featurizer.read(block.text());
    } catch (BrokenDocument e) {
      if (!skipBroken) {
        throw e;
      }
      Arrays.fill(
          logs, document * scores.length, (document + 1) * scores.length, Double.NEGATIVE_INFINITY);
      return false;
    }
    for (int t = 0; t < scores.length; t++) {
      logs[document * scores.length + t] =
          scores[t].weight(featurizer.buckets(), featurizer.count());
    }
    return true;
  }
}
