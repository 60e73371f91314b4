package dev.grassmann.tables.dsir;

import dev.grassmann.core.data.BrokenDocument;
import dev.grassmann.core.data.CorpusPass;
import dev.grassmann.core.data.DocumentBlock;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Buckets of all documents of a block.
 *
 * @param buckets one after the other
 * @param ends of document i, index after its last bucket
 * @param documents how many there are, broken ones included
 * @param broken how many could not be read
 */
record BlockFeatures(int[] buckets, int[] ends, int documents, int broken) {
  int start(int document) {
    return document == 0 ? 0 : ends[document - 1];
  }

  /** One thread's work. */
  static final class Work implements CorpusPass.Work<BlockFeatures> {
    private final Featurizer featurizer;
    private final boolean skipBroken;
    private final IntPredicate needless;

    /**
     * @param needless parts whose documents need not be read any more
     */
    Work(FeatureMap map, boolean skipBroken, IntPredicate needless) {
      this.featurizer = new Featurizer(map);
      this.skipBroken = skipBroken;
      this.needless = needless;
    }

    @Override
    public BlockFeatures read(DocumentBlock block) {
      int[] buckets = new int[1 << 14];
      int[] ends = new int[64];
      int used = 0;
      int documents = 0;
      int broken = 0;
      boolean read = !needless.test(block.part());
      while (block.next()) {
        if (read && !features(block)) {
          broken++;
        } else if (read) {
          int count = featurizer.count();
          if (buckets.length < used + count) {
            buckets = Arrays.copyOf(buckets, Math.max(used + count, 2 * buckets.length));
          }
          System.arraycopy(featurizer.buckets(), 0, buckets, used, count);
          used += count;
        }
        if (documents == ends.length) {
          ends = Arrays.copyOf(ends, 2 * documents);
        }
        ends[documents++] = used;
      }
      return new BlockFeatures(buckets, ends, documents, broken);
    }

    private boolean features(DocumentBlock block) {
      try {
        featurizer.read(block.text());
        return true;
      } catch (BrokenDocument e) {
        if (skipBroken) {
          return false;
        }
        throw e;
      }
    }
  }
}
