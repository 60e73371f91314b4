package dev.grassmann.compare.convergent;

import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Spaces of known likeness. */
final class Planted {
  private Planted() {}

  /** Independent standard normal numbers. */
  static Vectors gaussian(int n, int d, SplittableRandom random) {
    float[] numbers = new float[n * d];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return Vectors.of(numbers, n, d);
  }

  /** The numbers rounded to 1/1024, so that float32 also holds them with 1,000 added. */
  static Vectors onGrid(Vectors vectors) {
    float[] numbers = vectors.toArray();
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Math.round(numbers[i] * 1024) / 1024f;
    }
    return Vectors.of(numbers, vectors.n(), vectors.d());
  }

  static Vectors plus(Vectors vectors, float constant) {
    float[] numbers = vectors.toArray();
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] += constant;
    }
    return Vectors.of(numbers, vectors.n(), vectors.d());
  }

  /** Rows with independent noise of this standard deviation. */
  static Vectors noisy(Vectors vectors, double sd, SplittableRandom random) {
    float[] numbers = vectors.toArray();
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] += (float) (sd * random.nextGaussian());
    }
    return Vectors.of(numbers, vectors.n(), vectors.d());
  }

  /** Rows turned by two random reflections, one after the other, and scaled. */
  static Vectors turned(Vectors vectors, double scale, SplittableRandom random) {
    int d = vectors.d();
    float[] numbers = vectors.toArray();
    for (int reflection = 0; reflection < 2; reflection++) {
      double[] direction = random.doubles(d, -1, 1).toArray();
      double square = 0;
      for (double x : direction) {
        square += x * x;
      }
      for (int row = 0; row < numbers.length; row += d) {
        double along = 0;
        for (int j = 0; j < d; j++) {
          along += numbers[row + j] * direction[j];
        }
        for (int j = 0; j < d; j++) {
          numbers[row + j] -= (float) (2 * along / square * direction[j]);
        }
      }
    }
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] *= (float) scale;
    }
    return Vectors.of(numbers, vectors.n(), d);
  }

  /** Columns scaled by factors from 1 to {@code most}: invertible, but no rotation. */
  static Vectors stretched(Vectors vectors, double most) {
    int d = vectors.d();
    float[] numbers = vectors.toArray();
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] *= (float) Math.pow(most, i % d / (d - 1.0));
    }
    return Vectors.of(numbers, vectors.n(), d);
  }

  /**
   * Half of B's columns are A's, in reverse order, and half are noise: for many rows both linear
   * CKA and Procrustes similarity are 1/2. Rows are made when read and kept nowhere; how they are
   * read is counted.
   */
  static final class HalfShared implements Vectors {
    private final int n;
    private final int d;
    private final Run run;
    private final boolean second;
    private final AtomicLong rowsRead = new AtomicLong();

    /**
     * @param run whose seed the rows are drawn by; A and B of one seed belong together
     * @param second whether this is B
     */
    HalfShared(int n, int d, Run run, boolean second) {
      this.n = n;
      this.d = d;
      this.run = run;
      this.second = second;
    }

    @Override
    public int n() {
      return n;
    }

    @Override
    public int d() {
      return d;
    }

    @Override
    public void copyRows(int from, int count, float[] target, int offset) {
      Objects.checkFromIndexSize(from, count, n);
      rowsRead.addAndGet(count);
      for (int i = 0; i < count; i++) {
        fill(from + i, target, offset + i * d);
      }
    }

    private void fill(int row, float[] target, int at) {
      SplittableRandom random = run.but().seed(run.seed() + row).build().random("half shared");
      for (int j = 0; j < d; j++) {
        float number = (float) random.nextGaussian();
        target[at + (second ? d - 1 - j : j)] = number;
      }
      for (int j = 0; second && j < d / 2; j++) {
        target[at + j] = (float) random.nextGaussian();
      }
    }

    long rowsRead() {
      return rowsRead.get();
    }
  }
}
