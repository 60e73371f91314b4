package dev.grassmann.engine.linalg;

import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * Greedy k-means++: each next seed is the best of 2 + ln k rows drawn with probability proportional
 * to their squared distance from the seeds so far.
 */
final class Seeding {
  private final RowBlocks blocks;
  private final int n;
  private final int d;
  private final double[] squaredNorms;

  Seeding(RowBlocks blocks, int n, int d, double[] squaredNorms) {
    this.blocks = blocks;
    this.n = n;
    this.d = d;
    this.squaredNorms = squaredNorms;
  }

  float[] draw(int clusters, SplittableRandom random) {
    int trials = 2 + (int) Math.log(clusters);
    float[] centres = new float[clusters * d];
    int[] first = {random.nextInt(n)};
    System.arraycopy(rows(first), 0, centres, 0, d);
    double[] nearest = distances(rows(first), 1)[0];
    for (int c = 1; c < clusters; c++) {
      int[] candidates = new int[trials];
      double total = Arrays.stream(nearest).sum();
      for (int t = 0; t < trials; t++) {
        candidates[t] = pick(nearest, random.nextDouble() * total);
      }
      float[] rows = rows(candidates);
      double[] best = null;
      double least = Double.POSITIVE_INFINITY;
      double[][] distances = distances(rows, trials);
      for (int t = 0; t < trials; t++) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
          distances[t][i] = Math.min(distances[t][i], nearest[i]);
          sum += distances[t][i];
        }
        if (sum < least) {
          least = sum;
          best = distances[t];
          System.arraycopy(rows, t * d, centres, c * d, d);
        }
      }
      nearest = best;
    }
    return centres;
  }

  /** The row where the running sum of weights passes a mark. */
  private static int pick(double[] weights, double mark) {
    double sum = 0;
    int last = 0;
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0) {
        sum += weights[i];
        last = i;
        if (sum > mark) {
          return i;
        }
      }
    }
    return last; // rounding, or all rows lie on the seeds
  }

  private float[] rows(int[] index) {
    float[] rows = new float[index.length * d];
    try (Scope scope = Scope.open()) {
      for (int t = 0; t < index.length; t++) {
        int block = index[t] / blocks.rows(0);
        Tensor row = blocks.get(block).select(0, index[t] - blocks.from(block));
        Tensors.copy(row, rows, t * d);
      }
    }
    return rows;
  }

  /** ‖x‖² + ‖c‖² - 2 x·c of each row to each candidate. */
  private double[][] distances(float[] candidates, int count) {
    double[][] distances = new double[count][n];
    double[] own = new double[count];
    for (int i = 0; i < candidates.length; i++) {
      own[i / d] += (double) candidates[i] * candidates[i];
    }
    try (Scope scope = Scope.open()) {
      Tensor c = Tensors.of(candidates, count, d).mul(new Scalar(-2.0));
      for (int b = 0; b < blocks.count(); b++) {
        try (Scope block = Scope.open()) {
          float[] products = Tensors.floats(c.matmul(blocks.get(b).t()));
          int rows = blocks.rows(b);
          for (int t = 0; t < count; t++) {
            for (int i = 0; i < rows; i++) {
              int row = blocks.from(b) + i;
              distances[t][row] = Math.max(0, squaredNorms[row] + own[t] + products[t * rows + i]);
            }
          }
        }
      }
    }
    return distances;
  }
}
