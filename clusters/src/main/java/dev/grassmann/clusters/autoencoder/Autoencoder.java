package dev.grassmann.clusters.autoencoder;

import dev.grassmann.engine.train.Parameter;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * Layers that narrow n inputs to codes, and their mirror image that widens codes to inputs. Every
 * layer ends with ReLU, the last one of the decoder too: inputs are numbers in [0, 1].
 */
public sealed interface Autoencoder extends AutoCloseable
    permits ConvAutoencoder, DenseAutoencoder {
  /** Weights and biases, the encoder's first. */
  List<Parameter> parameters();

  /**
   * What the layers make of the inputs.
   *
   * @param x n × d
   * @return the output of each layer of the encoder, the last one being the code
   */
  List<Tensor> encode(Tensor x);

  /**
   * Back to inputs.
   *
   * @param code as the last of {@link #encode}
   * @return n × d
   */
  Tensor decode(Tensor code);

  /** ‖X - X̂‖². */
  static Tensor squaredError(Tensor x, Tensor decoded) {
    return x.sub(decoded).square().sum();
  }

  /** Each layer's output as rows, n × numbers of the layer. */
  static Tensor rows(Tensor layer) {
    return layer.flatten(1, -1);
  }

  @Override
  void close();
}
