package dev.grassmann.clusters.franca;

import dev.grassmann.core.run.Permutation;
import java.util.SplittableRandom;

/**
 * Draws masks over a grid of patches.
 *
 * @param rows of the grid
 * @param columns of the grid
 */
record Masks(int rows, int columns, MaskStrategy strategy) {
  private static final double ASPECT = 0.3; // least, and the inverse of the most

  /**
   * True where a patch is hidden: exactly floor(ratio · patches) of them, at least one not.
   *
   * @param ratio in (0, 1)
   */
  boolean[] draw(double ratio, SplittableRandom random) {
    int all = rows * columns;
    int hidden = Math.min(all - 1, (int) Math.floor(ratio * all));
    boolean[] mask = new boolean[all];
    if (strategy == MaskStrategy.RANDOM) {
      int[] order = Permutation.of(all, random);
      for (int i = 0; i < hidden; i++) {
        mask[order[i]] = true;
      }
      return mask;
    }
    boolean inverse = strategy != MaskStrategy.BLOCK;
    boolean[] block =
        hidden == 0 && !inverse ? mask : block(inverse ? all - hidden : hidden, random);
    int down = strategy == MaskStrategy.CYCLIC ? random.nextInt(rows) : 0;
    int right = strategy == MaskStrategy.CYCLIC ? random.nextInt(columns) : 0;
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < columns; x++) {
        int to = (y + down) % rows * columns + (x + right) % columns;
        mask[to] = inverse != block[y * columns + x];
      }
    }
    return mask;
  }

  /** A rectangle of about a random shape, cut row by row to exactly {@code count} patches. */
  private boolean[] block(int count, SplittableRandom random) {
    double least = Math.max(Math.log(ASPECT), Math.log((double) count / (columns * columns)));
    double most = Math.min(-Math.log(ASPECT), Math.log((double) rows * rows / count));
    double aspect =
        Math.exp(Math.min(least, most) + random.nextDouble() * Math.max(0, most - least));
    int height = Math.min(rows, (int) Math.ceil(Math.sqrt(count * aspect) - 1e-9));
    int width = Math.min(columns, (int) Math.ceil(Math.sqrt(count / aspect) - 1e-9));
    while (height * width < count) { // rounding, at the edge of what fits
      if (height < rows) {
        height++;
      } else {
        width++;
      }
    }
    int top = random.nextInt(rows - height + 1);
    int left = random.nextInt(columns - width + 1);
    boolean[] block = new boolean[rows * columns];
    int placed = 0;
    for (int y = top; y < top + height; y++) {
      for (int x = left; x < left + width && placed < count; x++, placed++) {
        block[y * columns + x] = true;
      }
    }
    return block;
  }
}
