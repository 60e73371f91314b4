package dev.grassmann.engine;

import java.util.stream.IntStream;
import org.bytedeco.pytorch.global.torch;

/**
 * Work on rows that need nothing from each other, by as many Java threads as libtorch was given
 * ({@link LibTorch#start}). Each row is worked on by one thread, so that results do not depend on
 * how many there are.
 */
public final class RowRanges {
  private RowRanges() {}

  /** What is done with rows {@code from} (inclusive) to {@code to} (exclusive). */
  @FunctionalInterface
  public interface Work {
    void rows(int from, int to);
  }

  /**
   * Splits rows 0 to n into one range a thread and waits for all of them.
   *
   * @param least fewest rows worth a thread of their own
   */
  public static void forEach(int n, int least, Work work) {
    LibTorch.load();
    int ranges = Math.max(1, Math.min(torch.get_num_threads(), n / Math.max(1, least)));
    if (ranges == 1) {
      work.rows(0, n);
      return;
    }
    IntStream.range(0, ranges)
        .parallel()
        .forEach(r -> work.rows(edge(n, r, ranges), edge(n, r + 1, ranges)));
  }

  private static int edge(int n, int range, int ranges) {
    return (int) ((long) n * range / ranges);
  }
}
