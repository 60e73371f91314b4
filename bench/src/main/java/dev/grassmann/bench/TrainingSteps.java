package dev.grassmann.bench;

import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import java.util.function.Supplier;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.EmbeddingBagFuncOptions;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.kSum;

/**
 * The same training steps as {@code bench/peers/train_step.py}, driven from Java through libtorch.
 * Tensors live as long as the scope that was open when this was made.
 */
final class TrainingSteps {
  private final Tensor[] parameters;
  private final Supplier<Tensor> loss;

  private TrainingSteps(Tensor[] parameters, Supplier<Tensor> loss) {
    this.parameters = parameters;
    this.loss = loss;
  }

  /**
   * A ReLU network with cross-entropy.
   *
   * @param sizes width of input, hidden layers and output
   * @param weights one matrix a layer, out × in; biases start at 0
   * @param x rows × sizes[0]
   */
  static TrainingSteps mlp(int[] sizes, float[][] weights, float[] x, long[] labels) {
    int layers = sizes.length - 1;
    Tensor[] parameters = new Tensor[2 * layers];
    for (int i = 0; i < layers; i++) {
      parameters[2 * i] = parameter(weights[i], sizes[i + 1], sizes[i]);
      parameters[2 * i + 1] = parameter(new float[sizes[i + 1]], sizes[i + 1]);
    }
    Tensor data = Tensors.of(x, labels.length, sizes[0]);
    Tensor classes = Tensors.of(labels, labels.length);
    return new TrainingSteps(
        parameters,
        () -> {
          Tensor h = data;
          for (int i = 0; i < layers; i++) {
            h = torch.linear(h, parameters[2 * i], parameters[2 * i + 1]);
            h = i < layers - 1 ? h.relu() : h;
          }
          return torch.cross_entropy(h, classes);
        });
  }

  /**
   * A TopK sparse autoencoder; the decoder is a weighted sum of k rows.
   *
   * @param w encoder and decoder start, width × d
   * @param x rows × d
   */
  static TrainingSteps topK(int width, int d, int k, float[] w, float[] x) {
    Tensor encoder = parameter(w, width, d);
    Tensor decoder = parameter(w, width, d);
    Tensor encoderBias = parameter(new float[width], width);
    Tensor decoderBias = parameter(new float[d], d);
    Tensor data = Tensors.of(x, x.length / d, d);
    return new TrainingSteps(
        new Tensor[] {encoder, decoder, encoderBias, decoderBias},
        () -> {
          Tensor a = torch.linear(data.sub(decoderBias), encoder, encoderBias);
          var best = torch.topk(a, k, 1, true, false);
          EmbeddingBagFuncOptions sum = new EmbeddingBagFuncOptions();
          sum.mode().put(new kSum());
          sum.per_sample_weights().put(best.get0().relu());
          Tensor hat = torch.embedding_bag(best.get1(), decoder, sum).add(decoderBias);
          return data.sub(hat).pow(new Scalar(2)).sum(1).mean();
        });
  }

  /** Trains from where the parameters stand, by Adam with rate 1e-3; the loss of the last step. */
  double train(int steps) {
    try (Scope all = Scope.open()) {
      Adam adam = new Adam(new TensorVector(parameters), new AdamOptions(1e-3));
      double last = Double.NaN;
      for (int i = 0; i < steps; i++) {
        try (Scope step = Scope.open()) {
          adam.zero_grad();
          Tensor value = loss.get();
          value.backward();
          adam.step();
          if (i == steps - 1) {
            last = value.item_float();
          }
        }
      }
      return last;
    }
  }

  private static Tensor parameter(float[] numbers, long... shape) {
    Tensor tensor = Tensors.of(numbers, shape);
    tensor.set_requires_grad(true);
    return tensor;
  }
}
