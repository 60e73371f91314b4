package dev.grassmann.clusters.molrg;

import dev.grassmann.core.Option;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.engine.train.OptimiserPlan;
import dev.grassmann.engine.train.TrainingPlan;
import java.util.stream.IntStream;

/** How a denoiser is trained. */
public record TrainingOptions(
    @Option(help = "steps of training; 0 for none", min = 0, max = 100_000_000) int steps,
    @Option(help = "points a step", min = 1, max = 1 << 20) int batch,
    @Option(help = "learning rate of Adam", min = 0, minExclusive = true, unit = "a step")
        double rate,
    @Option(help = "which noise levels are drawn, and their weights") Weighting weighting,
    @Option(help = "what turns times into noise levels") Schedule schedule,
    @Option(
            help = "standard deviation of the data, for EDM's weights",
            min = 0,
            minExclusive = true)
        double sigmaData) {

  /**
   * Noise levels of a step's points.
   *
   * @param uniform one number a point in [0, 1)
   * @param gaussian one standard normal number a point
   */
  public float[] levels(float[] uniform, float[] gaussian) {
    float[] levels = new float[uniform.length];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (float) weighting.sigma(uniform[i], gaussian[i], schedule);
    }
    return levels;
  }

  /** What the losses at these levels are multiplied by. */
  public float[] weights(float[] levels) {
    float[] weights = new float[levels.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) weighting.weight(levels[i], sigmaData);
    }
    return weights;
  }

  /** The points, again and again until they fill a batch: noise is fresh for each of them. */
  public Vectors filled(Vectors points) {
    if (points.n() >= batch) {
      return points;
    }
    int times = (batch + points.n() - 1) / points.n();
    return points.rows(IntStream.range(0, times * points.n()).map(i -> i % points.n()).toArray());
  }

  /** Adam at the rate, so many steps. */
  public TrainingPlan plan() {
    return TrainingPlan.ofSteps(steps, batch).with(OptimiserPlan.adam(rate));
  }
}
