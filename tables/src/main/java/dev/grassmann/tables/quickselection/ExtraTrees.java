package dev.grassmann.tables.quickselection;

import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A forest of {@link ExtraTree}s, each grown on all training rows; they vote by shares. */
final class ExtraTrees {
  private final List<ExtraTree> trees;
  private final int classes;

  private ExtraTrees(List<ExtraTree> trees, int classes) {
    this.trees = trees;
    this.classes = classes;
  }

  /** Grows {@code count} trees; each has a stream of its own, so threads change nothing. */
  static ExtraTrees grow(float[][] columns, int[] codes, int classes, int count, Run run) {
    SplittableRandom seeds = run.random("extra trees");
    List<SplittableRandom> streams = new ArrayList<>();
    for (int t = 0; t < count; t++) {
      streams.add(seeds.split());
    }
    List<ExtraTree> trees =
        Workers.map(
            count,
            "growing trees",
            run,
            () -> null,
            (t, nothing) -> ExtraTree.grow(columns, codes, classes, streams.get(t)));
    return new ExtraTrees(trees, classes);
  }

  /** Share of rows whose class is that of most votes. */
  double accuracy(float[][] columns, int[] codes) {
    int right = 0;
    for (int row = 0; row < codes.length; row++) {
      float[] votes = new float[classes];
      for (ExtraTree tree : trees) {
        tree.vote(columns, row, votes);
      }
      int best = 0;
      for (int c = 1; c < classes; c++) {
        best = votes[c] > votes[best] ? c : best;
      }
      right += best == codes[row] ? 1 : 0;
    }
    return right / (double) codes.length;
  }
}
