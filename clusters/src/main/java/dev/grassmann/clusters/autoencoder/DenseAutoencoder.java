package dev.grassmann.clusters.autoencoder;

import dev.grassmann.engine.Device;
import dev.grassmann.engine.train.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/** Fully connected layers, for rows that are no images. */
public final class DenseAutoencoder implements Autoencoder {
  private final Weights weights;
  private final int layers;
  private final List<Tensor> weight = new ArrayList<>(); // encoder, then decoder
  private final List<Tensor> bias = new ArrayList<>();

  /**
   * @param d numbers a row
   * @param widths outputs of the encoder's layers
   */
  public DenseAutoencoder(int d, List<Integer> widths, SplittableRandom random, Device device) {
    this.weights = new Weights(random, device);
    this.layers = widths.size();
    List<Integer> sizes = new ArrayList<>();
    sizes.add(d);
    sizes.addAll(widths);
    for (int l = 0; l < layers; l++) {
      layer("encoder" + l, sizes.get(l), sizes.get(l + 1));
    }
    for (int l = layers; l > 0; l--) {
      layer("decoder" + l, sizes.get(l), sizes.get(l - 1));
    }
  }

  private void layer(String name, int in, int out) {
    weight.add(weights.add(name + ".weight", in, out, in));
    bias.add(weights.add(name + ".bias", in, out));
  }

  @Override
  public List<Parameter> parameters() {
    return weights.parameters();
  }

  @Override
  public List<Tensor> encode(Tensor x) {
    List<Tensor> outputs = new ArrayList<>();
    Tensor now = x;
    for (int l = 0; l < layers; l++) {
      now = apply(l, now);
      outputs.add(now);
    }
    return outputs;
  }

  @Override
  public Tensor decode(Tensor code) {
    Tensor now = code;
    for (int l = layers; l < 2 * layers; l++) {
      now = apply(l, now);
    }
    return now;
  }

  private Tensor apply(int l, Tensor x) {
    return torch.linear(x, weight.get(l), new TensorOptional(bias.get(l))).relu();
  }

  @Override
  public void close() {
    weights.close();
  }
}
