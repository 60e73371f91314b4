package dev.grassmann.dictionaries.measure;

import dev.grassmann.engine.Tensors;
import dev.grassmann.engine.train.Batch;
import dev.grassmann.engine.train.Learner;
import dev.grassmann.engine.train.Parameter;
import dev.grassmann.engine.train.TensorParameter;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/** Learns x W + b by the loss of a {@link LinearReadout}. */
final class ReadoutLearner implements Learner, AutoCloseable {
  /** libtorch's number for the mean of a loss. */
  private static final int MEAN = 1;

  private final int[] labels;
  private final LinearReadout.Loss loss;
  private final int classes;
  private final float[] positive; // weight of a class's own rows
  private final float[] negative; // weight of the others
  private final TensorParameter weights;
  private final TensorParameter bias;

  /**
   * @param labels class of each row of the data
   */
  ReadoutLearner(int[] labels, int d, int classes, LinearReadout.Loss loss) {
    this.labels = labels;
    this.loss = loss;
    this.classes = classes;
    this.positive = new float[classes];
    this.negative = new float[classes];
    int[] counts = new int[classes];
    for (int label : labels) {
      counts[label]++;
    }
    for (int c = 0; c < classes; c++) {
      positive[c] = labels.length / (2f * Math.max(1, counts[c]));
      negative[c] = labels.length / (2f * Math.max(1, labels.length - counts[c]));
    }
    this.weights = new TensorParameter("weights", Tensors.of(new float[d * classes], d, classes));
    this.bias = new TensorParameter("bias", Tensors.of(new float[classes], classes));
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(weights, bias);
  }

  @Override
  public Outcome learn(Batch batch, long step) {
    Tensor scores = batch.tensor().matmul(weights.tensor()).add(bias.tensor());
    Tensor value =
        loss == LinearReadout.Loss.SOFTMAX ? softmax(batch, scores) : oneVsRest(batch, scores);
    value.backward();
    return new Outcome(value.item_double());
  }

  private Tensor softmax(Batch batch, Tensor scores) {
    int[] rows = batch.rows();
    long[] targets = new long[rows.length];
    for (int i = 0; i < rows.length; i++) {
      targets[i] = labels[rows[i]];
    }
    return torch.cross_entropy_loss(scores, Tensors.of(targets, targets.length));
  }

  private Tensor oneVsRest(Batch batch, Tensor scores) {
    int[] rows = batch.rows();
    float[] is = new float[rows.length * classes];
    float[] weight = new float[is.length];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(negative, 0, weight, i * classes, classes);
      int own = labels[rows[i]];
      is[i * classes + own] = 1;
      weight[i * classes + own] = positive[own];
    }
    return torch.binary_cross_entropy_with_logits(
        scores,
        Tensors.of(is, rows.length, classes),
        new TensorOptional(Tensors.of(weight, rows.length, classes)),
        new TensorOptional(),
        MEAN);
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
