package dev.grassmann.compare.classifier;

import dev.grassmann.engine.Tensors;
import dev.grassmann.engine.layers.ParameterSet;
import dev.grassmann.engine.train.Batch;
import dev.grassmann.engine.train.Learner;
import dev.grassmann.engine.train.Parameter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Cross-entropy of a classifier's logits. */
final class ClassifierLearner implements Learner {
  private final Architecture network;
  private final ParameterSet set;
  private final int[] labels;
  private final Map<String, Tensor> weights = new LinkedHashMap<>();

  ClassifierLearner(Architecture network, ParameterSet set, int[] labels) {
    this.network = network;
    this.set = set;
    this.labels = labels.clone();
    network
        .weights()
        .forEach(
            (layer, shape) -> {
              int fanIn = 1;
              for (int axis = 1; axis < shape.length; axis++) {
                fanIn = Math.multiplyExact(fanIn, (int) shape[axis]);
              }
              weights.put(layer + ".weight", set.uniform(layer + ".weight", fanIn, shape));
              weights.put(layer + ".bias", set.uniform(layer + ".bias", fanIn, shape[0]));
            });
  }

  @Override
  public List<Parameter> parameters() {
    return set.parameters();
  }

  @Override
  public String about() {
    return network.toString() + "; labels " + Arrays.hashCode(labels);
  }

  @Override
  public Outcome learn(Batch batch, long step) {
    int[] rows = batch.rows();
    int[] classes = Arrays.stream(rows).map(row -> labels[row]).toArray();
    Tensor x = batch.tensor();
    Tensor logits = ForwardPass.run(network, weights, x).get("out");
    Tensor target = Tensors.of(classes).to(x.device(), torch.ScalarType.Long);
    Tensor loss = torch.cross_entropy_loss(logits, target);
    loss.backward();
    return new Outcome(loss.item_double());
  }
}
