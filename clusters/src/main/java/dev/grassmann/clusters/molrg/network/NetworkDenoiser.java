package dev.grassmann.clusters.molrg.network;

import dev.grassmann.clusters.molrg.Denoiser;
import dev.grassmann.clusters.molrg.TrainingOptions;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.RunFolder;
import dev.grassmann.engine.Device;
import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import dev.grassmann.engine.layers.ParameterSet;
import dev.grassmann.engine.train.Batch;
import dev.grassmann.engine.train.Learner;
import dev.grassmann.engine.train.Parameter;
import dev.grassmann.engine.train.ParameterFile;
import dev.grassmann.engine.train.TensorParameter;
import dev.grassmann.engine.train.Trainer;
import dev.grassmann.engine.train.Training;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** A network of ours with EDM's preconditioning: trained, kept, read back. */
public final class NetworkDenoiser implements Denoiser, AutoCloseable {
  /** What says which network it is. */
  public static final String HEAD = "denoiser.json";

  private static final String NUMBERS = "denoiser.safetensors";

  private final Architecture architecture;
  private final double sigmaData;
  private final ParameterSet set;
  private final Preconditioned denoiser;
  private final Device device;
  private final AutogradDenoiser products;

  /** A network whose numbers are drawn. */
  public NetworkDenoiser(Architecture architecture, double sigmaData, Run run) {
    this.architecture = architecture;
    this.sigmaData = sigmaData;
    this.device = Device.of(run);
    this.set = new ParameterSet(run.random("network"), device);
    this.denoiser = new Preconditioned(architecture.build(set), sigmaData);
    this.products = new AutogradDenoiser(this::predicted, architecture.n(), device);
  }

  private Tensor predicted(Tensor x, double sigma) {
    return denoiser.apply(x, torch.full(new long[] {x.size(0), 1}, new Scalar(sigma), x.options()));
  }

  /**
   * Learns from points, which are to have the standard deviation that EDM expects.
   *
   * @param keep what the average of the parameters keeps of itself a step; 0 for none. With one, it
   *     is what is kept in the end
   */
  public Training train(Vectors points, TrainingOptions options, double keep, Run run) {
    Learner learner =
        new Learner() {
          @Override
          public List<Parameter> parameters() {
            return set.parameters();
          }

          @Override
          public String about() {
            return architecture + " " + sigmaData + " " + options;
          }

          @Override
          public Outcome learn(Batch batch, long step) {
            Tensor x = batch.tensor();
            int rows = batch.size();
            float[] levels =
                options.levels(Tensors.floats(torch.rand(rows)), Tensors.floats(torch.randn(rows)));
            Tensor sigma = device.place(Tensors.of(levels, rows, 1));
            Tensor unit = device.place(torch.randn(rows, x.size(1)));
            Tensor noisy = x.add(unit.mul(sigma));
            Tensor error = denoiser.apply(noisy, sigma).sub(x).square().mean(1);
            Tensor weights = device.place(Tensors.of(options.weights(levels), rows));
            Tensor loss = error.mul(weights).mean();
            loss.backward();
            return new Outcome(loss.item_double());
          }
        };
    Training training =
        new Trainer(options.plan().withAveraging(keep), run).train(learner, options.filled(points));
    take(training.average());
    return training;
  }

  private void take(Map<String, float[]> average) {
    try (Scope scope = Scope.open()) {
      for (Parameter parameter : set.parameters()) {
        if (average.containsKey(parameter.name())) {
          Tensor tensor = ((TensorParameter) parameter).tensor();
          tensor
              .detach()
              .copy_(device.place(Tensors.of(average.get(parameter.name()), tensor.shape())));
        }
      }
    }
  }

  /** Numbers that are learnt. */
  public long size() {
    return set.count();
  }

  /**
   * Writes {@value #HEAD} and {@value #NUMBERS}.
   *
   * @param scale what points are multiplied by before they meet the network
   */
  public void save(double scale, RunFolder folder) {
    ParameterFile.write(set.parameters(), folder.file(NUMBERS));
    folder.writeJson(HEAD, architecture.json().put("sigmaData", sigmaData).put("scale", scale));
  }

  /**
   * Reads what {@link #save} wrote; the caller closes it.
   *
   * @throws dev.grassmann.core.InputException where it is damaged
   */
  public static NetworkDenoiser load(Path folder, Run run) {
    Path head = folder.resolve(HEAD);
    var json = Json.read(head);
    NetworkDenoiser read =
        new NetworkDenoiser(
            Architecture.read(json, head.toString()), json.path("sigmaData").asDouble(0.5), run);
    ParameterFile.read(folder.resolve(NUMBERS), read.set.parameters());
    return read;
  }

  /** The scale that was given to {@link #save}. */
  public static double scale(Path folder) {
    return Json.read(folder.resolve(HEAD)).path("scale").asDouble(1);
  }

  @Override
  public int n() {
    return architecture.n();
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
    set.close();
  }
}
