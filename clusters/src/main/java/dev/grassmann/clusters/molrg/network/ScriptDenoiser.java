package dev.grassmann.clusters.molrg.network;

import dev.grassmann.clusters.molrg.Denoiser;
import dev.grassmann.clusters.molrg.Schedule;
import dev.grassmann.core.InputException;
import dev.grassmann.engine.Device;
import dev.grassmann.engine.LibTorch;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.DeviceOptional;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.JitModule;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** A TorchScript module as a denoiser: {@code forward(x_t, noise)} of images or vectors. */
public final class ScriptDenoiser implements Denoiser, AutoCloseable {
  private final JitModule module;
  private final long[] shape;
  private final Schedule schedule;
  private final Prediction prediction;
  private final Conditioning conditioning;
  private final AutogradDenoiser products;

  /**
   * @param shape of one point as the module takes it, e.g. 3, 32, 32
   * @throws InputException where the file is no TorchScript, or prediction and schedule do not fit
   */
  public ScriptDenoiser(
      Path file,
      List<Integer> shape,
      Schedule schedule,
      Prediction prediction,
      Conditioning conditioning,
      Device device) {
    LibTorch.load();
    if (prediction == Prediction.V && schedule.signal(1) == 1) {
      throw new InputException(
          "is v under a schedule whose signal stays 1",
          "--prediction",
          "give --schedule vp or cosine, where s² + gamma² = 1");
    }
    try {
      this.module = torch.load(file.toString(), new DeviceOptional(device.torchDevice()), false);
    } catch (RuntimeException e) {
      throw new InputException(
          "cannot be read as TorchScript",
          file.toString(),
          "save the network by torch.jit.script or torch.jit.trace",
          e);
    }
    module.eval();
    module.retainReference(); // as long as this object
    this.shape = shape.stream().mapToLong(i -> i).toArray();
    this.schedule = schedule;
    this.prediction = prediction;
    this.conditioning = conditioning;
    int n = Math.toIntExact(Arrays.stream(this.shape).reduce(1, Math::multiplyExact));
    this.products = new AutogradDenoiser(this::clean, n, device);
  }

  /** x_0 from what the module gives; x is x_t / s. */
  private Tensor clean(Tensor x, double sigma) {
    double s = schedule.signal(sigma);
    long rows = x.size(0);
    long[] whole = new long[shape.length + 1];
    whole[0] = rows;
    System.arraycopy(shape, 0, whole, 1, shape.length);
    double told =
        switch (conditioning) {
          case TIMESTEP -> Math.rint(999 * schedule.time(sigma));
          case TIME -> schedule.time(sigma);
          case SIGMA -> sigma;
        };
    Tensor noise = torch.full(new long[] {rows}, new Scalar(told), x.options());
    Tensor given = called(x.mul(new Scalar(s)).reshape(whole), noise).reshape(rows, -1);
    return switch (prediction) {
      case X0 -> given;
      case EPS -> x.sub(given.mul(new Scalar(sigma)));
      // s (s x_0 + gamma e) - gamma (s e - gamma x_0) = x_0
      case V -> x.mul(new Scalar(s * s)).sub(given.mul(new Scalar(s * sigma)));
    };
  }

  private Tensor called(Tensor x, Tensor noise) {
    try {
      IValue out = module.forward(new IValueVector(new IValue(x), new IValue(noise)));
      return out.isTuple() ? out.toTuple().elements().get(0).toTensor() : out.toTensor();
    } catch (RuntimeException e) {
      throw new InputException(
          "the module cannot be called with rows of "
              + Arrays.toString(shape)
              + " and a noise level each",
          "--shape",
          "give the shape of one point, and a module whose forward takes both",
          e);
    }
  }

  @Override
  public int n() {
    return products.n();
  }

  @Override
  public double[] predict(double[] x, int rows, double sigma) {
    return products.predict(x, rows, sigma);
  }

  @Override
  public double[] forward(double[] x, double sigma, double[] directions, int count) {
    return products.forward(x, sigma, directions, count);
  }

  @Override
  public double[] backward(double[] x, double sigma, double[] directions, int count) {
    return products.backward(x, sigma, directions, count);
  }

  @Override
  public void close() {
    module.close();
  }
}
