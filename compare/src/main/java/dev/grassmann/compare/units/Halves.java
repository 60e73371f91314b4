package dev.grassmann.compare.units;

import dev.grassmann.compare.measures.PairMoments;
import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Finite;
import dev.grassmann.core.data.VectorPair;
import dev.grassmann.core.run.Run;
import java.util.SplittableRandom;

/** Sums over the rows that predictions are learnt from, and over those that they are judged on. */
record Halves(PairMoments train, PairMoments test) {

  /** Reads every row once. */
  static Halves of(
      VectorPair pair, RowBlocks blocks, double held, SplittableRandom random, Run run) {
    int some = (int) Math.round(held * blocks.blocks());
    int[][] rows = blocks.split(Math.max(1, Math.min(blocks.blocks() - 1, some)), random);
    try {
      return new Halves(
          PairMoments.of(chosen(pair, rows[1]), run), PairMoments.of(chosen(pair, rows[0]), run));
    } catch (InputException e) {
      Finite.require(pair.a(), "A"); // names the row by its number in the file, not in the half
      Finite.require(pair.b(), "B");
      throw e;
    }
  }

  private static VectorPair chosen(VectorPair pair, int[] rows) {
    return new VectorPair(pair.a().rows(rows), pair.b().rows(rows));
  }

  PairMoments all() {
    return train.merge(test);
  }
}
