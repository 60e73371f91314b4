package dev.grassmann.engine.linalg;

/**
 * For each of several queries the points of largest score seen so far, largest first. Of equal
 * scores the one offered first stays, which is the one of smaller number.
 */
final class Selection {
  private final int width;
  private final int[] index;
  private final float[] score;
  private final int[] size;

  Selection(int queries, int width) {
    this.width = width;
    this.index = new int[queries * width];
    this.score = new float[queries * width];
    this.size = new int[queries];
  }

  /**
   * Offers a block of points to queries {@code lo .. hi}.
   *
   * @param scores queries × columns
   * @param first number of the block's first point
   */
  void offer(float[] scores, int columns, int first, int lo, int hi) {
    for (int q = lo; q < hi; q++) {
      int row = q * columns;
      int c = 0;
      for (; c < columns && size[q] < width; c++) {
        insert(q, first + c, scores[row + c]);
      }
      float worst = score[q * width + width - 1];
      for (; c < columns; c++) {
        // nearly always false: the loop costs what reading the scores costs
        if (scores[row + c] > worst) {
          insert(q, first + c, scores[row + c]);
          worst = score[q * width + width - 1];
        }
      }
    }
  }

  private void insert(int q, int point, float value) {
    int base = q * width;
    int at = Math.min(size[q], width - 1);
    while (at > 0 && score[base + at - 1] < value) {
      score[base + at] = score[base + at - 1];
      index[base + at] = index[base + at - 1];
      at--;
    }
    score[base + at] = value;
    index[base + at] = point;
    size[q] = Math.min(width, size[q] + 1);
  }

  int size(int q) {
    return size[q];
  }

  int index(int q, int i) {
    return index[q * width + i];
  }
}
