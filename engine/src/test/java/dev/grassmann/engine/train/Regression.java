package dev.grassmann.engine.train;

import dev.grassmann.core.data.Vectors;
import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * A learner for tests: y = 2 x₀ - x₁ + 3 of rows (x₀, x₁, y), with dropout noise from libtorch's
 * generator, a parameter of each kind and a counter of its own.
 */
final class Regression implements Learner {
  final TensorParameter weight;
  final ArrayParameter bias;
  private final double noise;
  long seen;

  Regression(double noise) {
    this.noise = noise;
    try (Scope scope = Scope.open()) {
      Tensor start = Tensors.of(new float[2], 2, 1);
      start.retainReference();
      this.weight = new TensorParameter("weight", start);
    }
    this.bias = new ArrayParameter("bias", new float[1], 1);
  }

  static Vectors data(int n) {
    SplittableRandom random = new SplittableRandom(4);
    float[] rows = new float[3 * n];
    for (int i = 0; i < n; i++) {
      rows[3 * i] = (float) random.nextGaussian();
      rows[3 * i + 1] = (float) random.nextGaussian();
      rows[3 * i + 2] = 2 * rows[3 * i] - rows[3 * i + 1] + 3;
    }
    return Vectors.of(rows, n, 3);
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(weight, bias);
  }

  @Override
  public Outcome learn(Batch batch, long step) {
    seen += batch.size();
    Tensor rows = batch.tensor();
    Tensor x = rows.narrow(1, 0, 2);
    if (noise > 0) {
      x = x.add(torch.randn_like(x).mul(new org.bytedeco.pytorch.Scalar(noise)));
    }
    Tensor b = Tensors.of(bias.values(), 1).set_requires_grad(true);
    Tensor error = x.matmul(weight.tensor()).add(b).sub(rows.narrow(1, 2, 1));
    Tensor loss = error.square().mean();
    loss.backward();
    bias.gradient()[0] = b.grad().item_float();
    return new Outcome(loss.item_double(), Map.of("bias", (double) bias.values()[0]));
  }

  @Override
  public void save(State state) {
    state.put("seen", new long[] {seen});
  }

  @Override
  public void load(State state) {
    seen = state.longs("seen")[0];
  }
}
