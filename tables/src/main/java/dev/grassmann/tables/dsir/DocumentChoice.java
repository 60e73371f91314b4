package dev.grassmann.tables.dsir;

import dev.grassmann.core.data.Corpus;
import dev.grassmann.core.data.CorpusPass;
import dev.grassmann.core.run.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Buckets of some documents of a corpus, each document as likely to be among them (reservoir). */
final class DocumentChoice {
  private final int most;
  private final SplittableRandom random;
  private final List<int[]> documents = new ArrayList<>();
  private long seen;
  private long broken;

  private DocumentChoice(int most, SplittableRandom random) {
    this.most = most;
    this.random = random;
  }

  /**
   * At most {@code most} of the documents that have an n-gram.
   *
   * @param what progress and the random numbers call it
   */
  static List<int[]> of(
      Corpus corpus, FeatureMap map, Reading reading, int most, String what, Run run) {
    DocumentChoice choice = new DocumentChoice(most, run.random("dsir classify " + what));
    CorpusPass.run(
        corpus,
        reading.text(),
        "reading " + what,
        run,
        () -> new BlockFeatures.Work(map, reading.skipBroken(), part -> false),
        (part, block) -> choice.take(block));
    Broken.warn(choice.broken, corpus, run);
    return choice.documents;
  }

  private boolean take(BlockFeatures block) {
    broken += block.broken();
    for (int i = 0; i < block.documents(); i++) {
      if (block.ends()[i] == block.start(i)) {
        continue;
      }
      long place = seen < most ? seen : random.nextLong(seen + 1);
      seen++;
      if (place < most) {
        int[] buckets = Arrays.copyOfRange(block.buckets(), block.start(i), block.ends()[i]);
        if (place == documents.size()) {
          documents.add(buckets);
        } else {
          documents.set((int) place, buckets);
        }
      }
    }
    return true;
  }
}
