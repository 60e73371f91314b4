package dev.grassmann.clusters.mlc;

import dev.grassmann.engine.Tensors;
import dev.grassmann.engine.layers.ParameterSet;
import dev.grassmann.engine.train.ArrayParameter;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * Mean 0 and variance 1 of each unit over the batch, then a gain and an offset (Ioffe, Szegedy
 * 2015). Outside of training the running mean and variance take the batch's place.
 */
final class BatchNorm {
  private static final double EPSILON = 1e-5;
  private static final float KEEP = 0.9f;

  private final Tensor gain;
  private final Tensor offset;
  private final ArrayParameter mean;
  private final ArrayParameter variance;

  BatchNorm(ParameterSet set, String name, int units) {
    this.gain = set.filled(name + ".weight", 1, units);
    this.offset = set.filled(name + ".bias", 0, units);
    this.mean = new ArrayParameter(name + ".running_mean", new float[units], units);
    float[] ones = new float[units];
    Arrays.fill(ones, 1);
    this.variance = new ArrayParameter(name + ".running_var", ones, units);
  }

  /** What is kept beside what is learnt. */
  List<ArrayParameter> running() {
    return List.of(mean, variance);
  }

  Tensor train(Tensor x) {
    Tensor centre = x.mean(0);
    Tensor off = x.sub(centre);
    Tensor square = off.square().mean(0);
    long n = x.size(0);
    follow(mean, Tensors.floats(centre), 1);
    follow(variance, Tensors.floats(square), (float) n / Math.max(1, n - 1)); // unbiased
    return affine(off, square);
  }

  private static void follow(ArrayParameter running, float[] now, float factor) {
    float[] values = running.values();
    for (int j = 0; j < values.length; j++) {
      values[j] = KEEP * values[j] + (1 - KEEP) * factor * now[j];
    }
  }

  Tensor apply(Tensor x) {
    int units = mean.values().length;
    Tensor centre = Tensors.of(mean.values(), units).to(x.device(), x.scalar_type());
    Tensor square = Tensors.of(variance.values(), units).to(x.device(), x.scalar_type());
    return affine(x.sub(centre), square);
  }

  private Tensor affine(Tensor off, Tensor square) {
    return off.mul(square.add(new Scalar(EPSILON)).rsqrt()).mul(gain).add(offset);
  }
}
