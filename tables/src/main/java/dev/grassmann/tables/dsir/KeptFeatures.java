package dev.grassmann.tables.dsir;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The buckets of a corpus's documents, kept from the counting for the weighing: what fits into
 * memory is read, cut and hashed once, not twice. All or nothing: a corpus that is larger, was not
 * counted to its end, or has documents that could not be read is read again.
 */
final class KeptFeatures {
  /** Buckets below this fit into two bytes. */
  private static final int NARROW = 1 << 16;

  private final int ngrams;
  private final boolean narrow;
  private final long most; // bytes
  private final List<Block> blocks = new ArrayList<>();
  private long bytes;
  private boolean given;
  private List<Long> checksums = List.of();

  /**
   * Documents of one block.
   *
   * @param narrow their buckets, where two bytes hold one; else null
   * @param wide their buckets otherwise, else null
   * @param ends of each document, index after its last bucket
   */
  record Block(char[] narrow, int[] wide, int[] ends) {}

  private KeptFeatures(FeatureMap map, long most) {
    this.ngrams = map.ngrams();
    this.narrow = map.buckets() <= NARROW;
    this.most = most;
    this.given = most == 0;
  }

  /** Keeps nothing. */
  static KeptFeatures none(FeatureMap map) {
    return new KeptFeatures(map, 0);
  }

  /** Keeps what fits into an eighth of the heap. */
  static KeptFeatures upToAnEighth(FeatureMap map) {
    return new KeptFeatures(map, Runtime.getRuntime().maxMemory() / 8);
  }

  /** The next block, in the corpus's order. */
  void add(BlockFeatures block) {
    if (given) {
      return;
    }
    int count = block.documents() == 0 ? 0 : block.ends()[block.documents() - 1];
    bytes += (narrow ? 2L : 4L) * count + 4L * block.documents();
    if (bytes > most || block.broken() > 0) {
      giveUp();
      return;
    }
    int[] ends = Arrays.copyOf(block.ends(), block.documents());
    if (!narrow) {
      blocks.add(new Block(null, Arrays.copyOf(block.buckets(), count), ends));
      return;
    }
    char[] buckets = new char[count];
    int[] from = block.buckets();
    for (int i = 0; i < count; i++) {
      buckets[i] = (char) from[i];
    }
    blocks.add(new Block(buckets, null, ends));
  }

  /** Forgets everything. */
  void giveUp() {
    given = true;
    blocks.clear();
  }

  /** All blocks are here; {@code sums} are the checksums of the corpus's parts. */
  void finish(List<Long> sums) {
    if (sums.isEmpty()) {
      giveUp(); // the counting ended early
    }
    checksums = sums;
  }

  /** Whether the whole corpus is here. */
  boolean isWhole() {
    return !given && !checksums.isEmpty();
  }

  List<Long> checksums() {
    return checksums;
  }

  int blocks() {
    return blocks.size();
  }

  /** Weights and lengths of a block's documents. */
  WeightWork.Block weigh(int number, LogRatio[] ratios) {
    Block block = blocks.get(number);
    int documents = block.ends().length;
    double[] logs = new double[documents * ratios.length];
    int[] lengths = new int[documents];
    int from = 0;
    for (int i = 0; i < documents; i++) {
      int to = block.ends()[i];
      lengths[i] = Featurizer.length(to - from, ngrams);
      for (int t = 0; t < ratios.length; t++) {
        logs[i * ratios.length + t] =
            narrow
                ? ratios[t].weight(block.narrow(), from, to)
                : ratios[t].weight(block.wide(), from, to);
      }
      from = to;
    }
    return new WeightWork.Block(logs, lengths, 0, 0);
  }
}
