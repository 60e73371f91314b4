package dev.grassmann.clusters.mlc;

import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.linalg.Metric;
import dev.grassmann.engine.linalg.NearestNeighbours;
import dev.grassmann.engine.linalg.Neighbours;
import dev.grassmann.engine.train.Batch;
import java.util.SplittableRandom;

/** Makes views of rows. A step's views depend on the run's seed and the step's number alone. */
final class Views {
  private static final double MOST_MIXED = 0.5;

  private final Vectors rows;
  private final ViewOptions options;
  private final double scale;
  private final Neighbours neighbours; // null for none
  private final Run run;

  /**
   * @param scale root mean square of all numbers
   */
  Views(Vectors rows, ViewOptions options, double scale, Run run) {
    this.rows = rows;
    this.options = options;
    this.scale = scale;
    this.run = run;
    this.neighbours =
        options.mix() > 0
            ? NearestNeighbours.among(rows, options.mix(), Metric.EUCLIDEAN, run)
            : null;
  }

  /** Two views of each row of a batch: 2 n × d, first all first views, then all second ones. */
  float[] pair(Batch batch, String stage, long step) {
    return pair(batch.numbers(), batch.rows(), batch.d(), stage, step);
  }

  /**
   * @param plain the rows as they are, n × d
   * @param which rows of the data they are
   */
  float[] pair(float[] plain, int[] which, int d, String stage, long step) {
    SplittableRandom random = run.random(stage + " views " + step);
    int n = which.length;
    float[] views = new float[2 * n * d];
    for (int view = 0; view < 2; view++) {
      for (int i = 0; i < n; i++) {
        change(plain, i * d, which[i], views, (view * n + i) * d, random);
      }
    }
    return views;
  }

  private void change(
      float[] plain, int from, int row, float[] views, int to, SplittableRandom random) {
    int d = rows.d();
    if (options.shift() > 0 && random.nextDouble() < options.shiftShare()) {
      shift(plain, from, views, to, random);
    } else {
      System.arraycopy(plain, from, views, to, d);
    }
    if (neighbours != null) {
      mix(row, views, to, random);
    }
    double factor = 1 + options.stretch() * (2 * random.nextDouble() - 1);
    double noise = options.noise() * scale;
    for (int j = to; j < to + d; j++) {
      double x = views[j] * factor;
      x += noise > 0 ? noise * random.nextGaussian() : 0;
      views[j] = options.drop() > 0 && random.nextDouble() < options.drop() ? 0 : (float) x;
    }
  }

  /** Every channel alike; what comes in from beyond the edge is 0. */
  private void shift(float[] plain, int from, float[] views, int to, SplittableRandom random) {
    int down = random.nextInt(-options.shift(), options.shift() + 1);
    int right = random.nextInt(-options.shift(), options.shift() + 1);
    int height = options.height();
    int width = options.width();
    for (int p = 0; p < rows.d(); p++) {
      int y = p / width % height - down;
      int x = p % width - right;
      boolean inside = y >= 0 && y < height && x >= 0 && x < width;
      views[to + p] = inside ? plain[from + p - down * width - right] : 0;
    }
  }

  private void mix(int row, float[] views, int to, SplittableRandom random) {
    int d = rows.d();
    float[] other = new float[d];
    rows.copyRow(neighbours.index()[row * options.mix() + random.nextInt(options.mix())], other);
    float share = (float) (MOST_MIXED * random.nextDouble());
    for (int j = 0; j < d; j++) {
      views[to + j] += share * (other[j] - views[to + j]);
    }
  }
}
