package dev.grassmann.dictionaries.train;

import dev.grassmann.engine.RowRanges;
import java.util.ArrayList;
import java.util.List;

/**
 * Adam with weight decay decoupled from the gradient (Loshchilov, Hutter 2019), and clipping of the
 * whole gradient's norm.
 */
final class Adam {
  private static final double EPSILON = 1e-8;
  private static final int GRAIN = 1 << 15;

  private final List<Parameter> parameters;
  private final TrainingPlan plan;
  private final List<float[]> means = new ArrayList<>();
  private final List<float[]> squares = new ArrayList<>();

  Adam(List<Parameter> parameters, TrainingPlan plan) {
    this.parameters = parameters;
    this.plan = plan;
    for (Parameter parameter : parameters) {
      means.add(new float[parameter.values().length]);
      squares.add(new float[parameter.values().length]);
    }
  }

  /** Running mean of a parameter's gradient; shared, for checkpoints. */
  float[] mean(Parameter parameter) {
    return means.get(parameters.indexOf(parameter));
  }

  /** Running mean of its square. */
  float[] square(Parameter parameter) {
    return squares.get(parameters.indexOf(parameter));
  }

  /**
   * Moves all parameters against their gradients.
   *
   * @param step number of the step, from 0
   */
  void step(long step) {
    double clip = clip();
    double rate = plan.learningRate() * plan.rate(step);
    double mean = 1 - Math.pow(plan.beta1(), step + 1.0);
    double square = Math.sqrt(1 - Math.pow(plan.beta2(), step + 1.0));
    for (int i = 0; i < parameters.size(); i++) {
      move(i, (float) clip, rate / mean * square, EPSILON * square, rate * plan.weightDecay());
    }
  }

  private void move(int which, float clip, double rate, double epsilon, double decay) {
    float[] values = parameters.get(which).values();
    float[] gradient = parameters.get(which).gradient();
    float[] m = means.get(which);
    float[] v = squares.get(which);
    float b1 = (float) plan.beta1();
    float b2 = (float) plan.beta2();
    float a = (float) rate;
    float e = (float) epsilon;
    float keep = (float) (1 - decay);
    RowRanges.forEach(
        values.length,
        GRAIN,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            float g = gradient[i] * clip;
            m[i] = b1 * m[i] + (1 - b1) * g;
            v[i] = b2 * v[i] + (1 - b2) * g * g;
            values[i] = values[i] * keep - a * m[i] / ((float) Math.sqrt(v[i]) + e);
          }
        });
  }

  private double clip() {
    if (plan.clip() == 0) {
      return 1;
    }
    double square = 0;
    for (Parameter parameter : parameters) {
      for (float g : parameter.gradient()) {
        square += (double) g * g;
      }
    }
    return Math.min(1, plan.clip() / (Math.sqrt(square) + 1e-6));
  }
}
