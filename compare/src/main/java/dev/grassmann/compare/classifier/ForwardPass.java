package dev.grassmann.compare.classifier;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/** What each layer makes of a batch. */
final class ForwardPass {
  private static final long[] ONE = {1, 1};

  private ForwardPass() {}

  /**
   * @param x n × inputs
   * @param weights under {@code layer.weight} and {@code layer.bias}
   * @return output of each layer with weights, after its ReLU, before any pool; the last are logits
   */
  static Map<String, Tensor> run(Architecture network, Map<String, Tensor> weights, Tensor x) {
    Map<String, Tensor> outputs = new LinkedHashMap<>();
    Tensor now = x.reshape(x.size(0), network.channels(), network.height(), network.width());
    int index = 0;
    for (int width : network.features()) {
      if (width == 0) {
        now = torch.max_pool2d(now, 2, 2);
        continue;
      }
      String name = "conv" + index++;
      Tensor weight = weights.get(name + ".weight");
      TensorOptional bias = new TensorOptional(weights.get(name + ".bias"));
      now = torch.conv2d(now, weight, bias, ONE, ONE, ONE, 1).relu();
      outputs.put(name, now);
    }
    now = now.flatten(1, -1);
    for (int i = 0; i < network.hidden().size(); i++) {
      now = dense(now, weights, "dense" + i).relu();
      outputs.put("dense" + i, now);
    }
    outputs.put("out", dense(now, weights, "out"));
    return outputs;
  }

  private static Tensor dense(Tensor x, Map<String, Tensor> weights, String name) {
    return torch.linear(
        x, weights.get(name + ".weight"), new TensorOptional(weights.get(name + ".bias")));
  }
}
