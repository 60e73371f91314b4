package dev.grassmann.engine;

import dev.grassmann.core.run.Workers;
import java.util.function.IntConsumer;
import org.bytedeco.pytorch.global.torch;

/**
 * Work on rows that need nothing from each other, by as many Java threads as libtorch was given
 * ({@link LibTorch#start}). Each row is worked on by one thread, so that results do not depend on
 * how many there are.
 */
public final class RowRanges {
  private RowRanges() {}

  /**
   * Splits rows 0 to n into one range a thread and waits for all of them.
   *
   * @param least fewest rows worth a thread of their own
   */
  public static void forEach(int n, int least, Workers.Range work) {
    LibTorch.load();
    Workers.ranges(n, least, torch.get_num_threads(), work);
  }

  /**
   * Works on pieces 0 to {@code count}, of which a thread that is free takes the next: for pieces
   * that may differ in what they cost.
   */
  public static void eachPiece(int count, IntConsumer work) {
    LibTorch.load();
    Workers.map(
        count,
        torch.get_num_threads(),
        () -> null,
        (piece, none) -> {
          work.accept(piece);
          return null;
        });
  }
}
