package dev.grassmann.dictionaries.standard;

import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.Dictionary;
import dev.grassmann.engine.train.ArrayParameter;
import dev.grassmann.engine.train.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * z = a 1[a &gt; θ] with a threshold θ a latent that is learnt by straight-through estimates
 * (Rajamanoharan et al. 2024): dz/dθ = -(θ/ε) K((a - θ)/ε), dL0/dθ = -(1/ε) K, where K is the
 * rectangle of width 1.
 */
final class JumpReluRule implements Rule {
  private final JumpReluOptions options;
  private final ArrayParameter threshold; // θ, or its logarithm

  JumpReluRule(JumpReluOptions options, int features) {
    this.options = options;
    float[] start = new float[features];
    Arrays.fill(start, own(options.startThreshold()));
    this.threshold = new ArrayParameter(Dictionary.THRESHOLD, start, 1, features);
  }

  private float own(double theta) {
    return (float) (options.logThreshold() ? Math.log(theta) : theta);
  }

  @Override
  public String about() {
    return options.toString();
  }

  @Override
  public String architecture() {
    return JumpReluArchitecture.ID;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(threshold);
  }

  @Override
  public void resampled(int latent) {
    threshold.values()[latent] = own(options.startThreshold());
    threshold.forget(latent, 1);
  }

  /** θ of each latent, at least 0. */
  float[] thresholds() {
    float[] theta = threshold.values().clone();
    for (int j = 0; j < theta.length; j++) {
      theta[j] = options.logThreshold() ? (float) Math.exp(theta[j]) : Math.max(0, theta[j]);
    }
    return theta;
  }

  @Override
  public Map<String, Vectors> kept() {
    float[] theta = thresholds();
    return Map.of(Dictionary.THRESHOLD, Vectors.of(theta, 1, theta.length));
  }

  @Override
  public Result descend(Model model, float[] x, int rows, long step, boolean[] dead) {
    Weights weights = model.weights();
    int d = weights.d();
    int features = weights.features();
    JumpReluBatch batch = new JumpReluBatch(model, options, options.at(step), thresholds(), rows);
    float[] floor = batch.floor();
    PreActivations.each(
        weights,
        x,
        rows,
        (first, count, a) -> {
          float[] own = Arrays.copyOfRange(x, first * d, (first + count) * d);
          batch.add(own, Above.of(a, count, features, floor));
          if (dead != null && options.preActWeight() > 0) {
            batch.addDead(own, batch.below(a, count, dead));
          }
        });
    double loss = batch.finish();
    float[] toTheta = batch.toTheta();
    float[] theta = thresholds();
    for (int j = 0; j < features; j++) {
      threshold.gradient()[j] += options.logThreshold() ? theta[j] * toTheta[j] : toTheta[j];
    }
    return new Result(loss, batch.squared(), batch.active(), batch.fired());
  }
}
