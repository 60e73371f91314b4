package dev.grassmann.clusters.autoencoder;

import dev.grassmann.engine.Device;
import dev.grassmann.engine.train.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * Convolutions of stride 2 that keep every pixel in view ("same" padding: an axis of s becomes
 * ceil(s / 2), and where the padding is odd the far side gets one more), mirrored by transposed
 * ones.
 */
public final class ConvAutoencoder implements Autoencoder {
  private static final long[] STRIDE = {2, 2};
  private static final long[] NONE = {0, 0};
  private static final long[] ONE = {1, 1};

  private final Weights weights;
  private final int[] kernel;
  private final int[] channels;
  private final int[] height; // of the input and of each layer's output
  private final int[] width;
  private final List<Tensor> down = new ArrayList<>();
  private final List<Tensor> downBias = new ArrayList<>();
  private final List<Tensor> up = new ArrayList<>();
  private final List<Tensor> upBias = new ArrayList<>();

  /**
   * @param channels of the input
   * @param features channels after each layer
   * @param kernels size of each layer's square kernel, as many
   */
  public ConvAutoencoder(
      int channels,
      int height,
      int width,
      List<Integer> features,
      List<Integer> kernels,
      SplittableRandom random,
      Device device) {
    int layers = features.size();
    this.weights = new Weights(random, device);
    this.kernel = kernels.stream().mapToInt(k -> k).toArray();
    this.channels = new int[layers + 1];
    this.height = new int[layers + 1];
    this.width = new int[layers + 1];
    this.channels[0] = channels;
    this.height[0] = height;
    this.width[0] = width;
    for (int l = 0; l < layers; l++) {
      this.channels[l + 1] = features.get(l);
      this.height[l + 1] = (this.height[l] + 1) / 2;
      this.width[l + 1] = (this.width[l] + 1) / 2;
      int in = this.channels[l];
      int out = this.channels[l + 1];
      int area = kernel[l] * kernel[l];
      down.add(weights.add("encoder" + l + ".weight", in * area, out, in, kernel[l], kernel[l]));
      downBias.add(weights.add("encoder" + l + ".bias", in * area, out));
    }
    for (int l = layers - 1; l >= 0; l--) {
      int in = this.channels[l + 1];
      int out = this.channels[l];
      int area = kernel[l] * kernel[l];
      up.add(weights.add("decoder" + l + ".weight", out * area, in, out, kernel[l], kernel[l]));
      upBias.add(weights.add("decoder" + l + ".bias", out * area, out));
    }
  }

  @Override
  public List<Parameter> parameters() {
    return weights.parameters();
  }

  @Override
  public List<Tensor> encode(Tensor x) {
    List<Tensor> outputs = new ArrayList<>();
    Tensor now = x.reshape(x.size(0), channels[0], height[0], width[0]);
    for (int l = 0; l < kernel.length; l++) {
      int rows = padding(height[l], kernel[l]);
      int columns = padding(width[l], kernel[l]);
      Tensor padded =
          torch.constant_pad_nd(now, columns / 2, columns - columns / 2, rows / 2, rows - rows / 2);
      TensorOptional bias = new TensorOptional(downBias.get(l));
      now = torch.conv2d(padded, down.get(l), bias, STRIDE, NONE, ONE, 1).relu();
      outputs.add(now);
    }
    return outputs;
  }

  @Override
  public Tensor decode(Tensor code) {
    Tensor now = code;
    for (int l = kernel.length - 1, u = 0; l >= 0; l--, u++) {
      TensorOptional bias = new TensorOptional(upBias.get(u));
      Tensor whole = torch.conv_transpose2d(now, up.get(u), bias, STRIDE, NONE, NONE, 1, ONE);
      now =
          whole
              .narrow(2, padding(height[l], kernel[l]) / 2, height[l])
              .narrow(3, padding(width[l], kernel[l]) / 2, width[l])
              .relu();
    }
    return Autoencoder.rows(now);
  }

  /** Zeros that an axis needs so that every second of its pixels is the middle of a window. */
  private static int padding(int size, int kernel) {
    return Math.max(0, ((size + 1) / 2 - 1) * 2 + kernel - size);
  }

  @Override
  public void close() {
    weights.close();
  }
}
