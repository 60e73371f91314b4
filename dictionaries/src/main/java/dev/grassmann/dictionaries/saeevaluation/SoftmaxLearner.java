package dev.grassmann.dictionaries.saeevaluation;

import dev.grassmann.engine.Tensors;
import dev.grassmann.engine.train.Batch;
import dev.grassmann.engine.train.Learner;
import dev.grassmann.engine.train.Parameter;
import dev.grassmann.engine.train.TensorParameter;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Multinomial logistic regression: cross-entropy of softmax(x W + b). */
final class SoftmaxLearner implements Learner, AutoCloseable {
  private final int[] labels;
  private final TensorParameter weights;
  private final TensorParameter bias;

  /**
   * @param labels class of each row of the data
   */
  SoftmaxLearner(int[] labels, int d, int classes) {
    this.labels = labels;
    this.weights = new TensorParameter("weights", Tensors.of(new float[d * classes], d, classes));
    this.bias = new TensorParameter("bias", Tensors.of(new float[classes], classes));
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(weights, bias);
  }

  @Override
  public Outcome learn(Batch batch, long step) {
    int[] rows = batch.rows();
    long[] classes = new long[rows.length];
    for (int i = 0; i < rows.length; i++) {
      classes[i] = labels[rows[i]];
    }
    Tensor scores = batch.tensor().matmul(weights.tensor()).add(bias.tensor());
    Tensor loss = torch.cross_entropy_loss(scores, Tensors.of(classes, classes.length));
    loss.backward();
    return new Outcome(loss.item_double());
  }

  float[] weights() {
    return Tensors.floats(weights.tensor());
  }

  float[] bias() {
    return Tensors.floats(bias.tensor());
  }

  @Override
  public void close() {
    weights.tensor().close();
    bias.tensor().close();
  }
}
