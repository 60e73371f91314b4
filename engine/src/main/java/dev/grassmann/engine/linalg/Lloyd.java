package dev.grassmann.engine.linalg;

import dev.grassmann.core.data.Vectors;
import dev.grassmann.engine.RowRanges;
import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.T_TensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * Lloyd's iteration on rows held as tensors about their mean. Who is nearest comes from one float32
 * product a block; sums of rows, and the final inertia, are taken in float64.
 */
final class Lloyd implements AutoCloseable {
  private static final int ROWS = 8192;

  private final int n;
  private final int d;
  private final KMeans config;
  private final double[] mean;
  private final RowBlocks blocks;
  private final double meanVariance;

  Lloyd(Vectors rows, KMeans config) {
    this.n = rows.n();
    this.d = rows.d();
    this.config = config;
    this.mean = Means.ofColumns(rows);
    this.blocks = new RowBlocks(rows, ROWS, this::centred);
    this.meanVariance = Arrays.stream(squaredNorms()).sum() / n / d;
  }

  private Tensor centred(Tensor block) {
    return block.to(ScalarType.Double).sub(Tensors.of(mean, 1, d)).to(ScalarType.Float);
  }

  KMeans.Fit run(SplittableRandom random) {
    float[] centres = new Seeding(blocks, n, d, squaredNorms()).draw(config.clusters(), random);
    int[] labels = new int[n];
    Arrays.fill(labels, -1);
    double[] distances = new double[n];
    boolean converged = false;
    int iteration = 0;
    while (!converged && iteration < config.iterations()) {
      iteration++;
      int[] before = labels.clone();
      assign(centres, labels, distances);
      float[] moved = means(labels, distances);
      double movement = squaredDistance(centres, moved);
      centres = moved;
      converged = Arrays.equals(before, labels) || movement <= config.tolerance() * meanVariance;
    }
    assign(centres, labels, distances);
    double inertia = Arrays.stream(distances).sum();
    return new KMeans.Fit(labels, uncentred(centres), inertia, iteration, converged);
  }

  /** Nearest centre of each row and the squared distance to it. */
  private void assign(float[] centres, int[] labels, double[] distances) {
    try (Scope scope = Scope.open()) {
      Tensor c = Tensors.of(centres, config.clusters(), d);
      Tensor half = c.square().sum(1).mul(new Scalar(-0.5));
      Tensor transposed = c.t().contiguous();
      for (int b = 0; b < blocks.count(); b++) {
        int from = blocks.from(b);
        try (Scope block = Scope.open()) {
          Tensor x = blocks.get(b);
          T_TensorTensor_T nearest = torch.addmm(half, x, transposed).max(1);
          int[] found = Tensors.ints(nearest.get1());
          System.arraycopy(found, 0, labels, from, found.length);
          measure(x, from, found, centres, distances);
        }
      }
    }
  }

  private void measure(Tensor x, int from, int[] labels, float[] centres, double[] distances) {
    FloatBuffer rows = buffer(x);
    RowRanges.forEach(
        labels.length,
        1 + (1 << 16) / d,
        (lo, hi) -> {
          for (int i = lo; i < hi; i++) {
            double sum = 0;
            int centre = labels[i] * d;
            for (int j = 0; j < d; j++) {
              double difference = (double) rows.get(i * d + j) - centres[centre + j];
              sum += difference * difference;
            }
            distances[from + i] = sum;
          }
        });
  }

  /**
   * Mean of each cluster; one that has lost all its rows takes the row farthest from its centre.
   */
  private float[] means(int[] labels, double[] distances) {
    int[] sizes = new int[config.clusters()];
    for (int label : labels) {
      sizes[label]++;
    }
    for (int c = 0; c < sizes.length; c++) {
      if (sizes[c] == 0) {
        int row = farthest(labels, sizes, distances);
        sizes[labels[row]]--;
        labels[row] = c;
        sizes[c] = 1;
        distances[row] = 0;
      }
    }
    double[] sums = sums(labels);
    float[] means = new float[sums.length];
    for (int i = 0; i < sums.length; i++) {
      means[i] = (float) (sums[i] / sizes[i / d]);
    }
    return means;
  }

  private static int farthest(int[] labels, int[] sizes, double[] distances) {
    int farthest = -1;
    for (int i = 0; i < labels.length; i++) {
      if (sizes[labels[i]] > 1 && (farthest < 0 || distances[i] > distances[farthest])) {
        farthest = i;
      }
    }
    return farthest;
  }

  /** Each thread has columns of its own, so that the order of additions never changes. */
  private double[] sums(int[] labels) {
    double[] sums = new double[config.clusters() * d];
    for (int b = 0; b < blocks.count(); b++) {
      int from = blocks.from(b);
      int count = blocks.rows(b);
      try (Scope scope = Scope.open()) {
        FloatBuffer rows = buffer(blocks.get(b));
        RowRanges.forEach(
            d,
            16,
            (lo, hi) -> {
              for (int i = 0; i < count; i++) {
                int target = labels[from + i] * d;
                for (int j = lo; j < hi; j++) {
                  sums[target + j] += rows.get(i * d + j);
                }
              }
            });
      }
    }
    return sums;
  }

  private double[] squaredNorms() {
    double[] norms = new double[n];
    for (int b = 0; b < blocks.count(); b++) {
      try (Scope scope = Scope.open()) {
        double[] block = Tensors.doubles(blocks.get(b).to(ScalarType.Double).square().sum(1));
        System.arraycopy(block, 0, norms, blocks.from(b), block.length);
      }
    }
    return norms;
  }

  private float[] uncentred(float[] centres) {
    float[] full = new float[centres.length];
    for (int i = 0; i < full.length; i++) {
      full[i] = (float) (centres[i] + mean[i % d]);
    }
    return full;
  }

  private static double squaredDistance(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += ((double) a[i] - b[i]) * ((double) a[i] - b[i]);
    }
    return sum;
  }

  /** The tensor's own memory; valid while the tensor is. */
  private static FloatBuffer buffer(Tensor rows) {
    return new FloatPointer(rows.data_ptr()).capacity(rows.numel()).asByteBuffer().asFloatBuffer();
  }

  @Override
  public void close() {
    blocks.close();
  }
}
