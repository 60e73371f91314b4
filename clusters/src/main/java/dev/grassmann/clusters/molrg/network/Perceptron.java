package dev.grassmann.clusters.molrg.network;

import dev.grassmann.engine.layers.Linear;
import dev.grassmann.engine.layers.ParameterSet;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** Hidden layers with SiLU; the noise level is one more input. */
final class Perceptron implements Network {
  private final List<Linear> layers = new ArrayList<>();

  Perceptron(ParameterSet set, Architecture.Dense shape) {
    int in = shape.n() + 1;
    for (int l = 0; l < shape.layers(); l++) {
      layers.add(Linear.uniform(set, "hidden-" + l, in, shape.width()));
      in = shape.width();
    }
    layers.add(Linear.uniform(set, "out", in, shape.n()));
  }

  @Override
  public Tensor apply(Tensor x, Tensor noise) {
    Tensor now = torch.cat(new TensorVector(x, noise), 1);
    for (Linear layer : layers.subList(0, layers.size() - 1)) {
      now = torch.silu(layer.apply(now));
    }
    return layers.get(layers.size() - 1).apply(now);
  }
}
