package dev.grassmann.clusters.lihfss;

import dev.grassmann.clusters.Limits;
import dev.grassmann.clusters.Points;
import dev.grassmann.clusters.autoencoder.Autoencoder;
import dev.grassmann.clusters.autoencoder.Networks;
import dev.grassmann.clusters.spectral.GraphCut;
import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.Clustering;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.Device;
import dev.grassmann.engine.LibTorch;
import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import dev.grassmann.engine.train.OptimiserPlan;
import dev.grassmann.engine.train.Trainer;
import dev.grassmann.engine.train.TrainingPlan;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** LIHFSS-SVDSC: deep subspace clustering that sees no label and weighs no loss. */
public final class Lihfss implements Method<Vectors, LihfssConfig, Clustering> {
  private static final double FIRST = 1e-8;
  private static final double COLLAPSED = 0.5;

  @Override
  public MethodInfo info() {
    return new MethodInfo(
        10,
        "lihfss",
        "cluster fit",
        "LIHFSS-SVDSC",
        "arXiv 2504.18179 (2025)",
        "writes each point by the others in every layer of an autoencoder, without labels anywhere",
        false);
  }

  @Override
  public Class<Vectors> input() {
    return Vectors.class;
  }

  @Override
  public LihfssConfig defaults() {
    return LihfssConfig.DEFAULTS;
  }

  @Override
  public Clustering run(Vectors vectors, LihfssConfig config, Run run) {
    Options.check(config);
    LibTorch.start(run);
    Points points = Points.unit(vectors, run);
    int n = points.n();
    Limits.clusters(n, config.clusters());
    Limits.dimension(points, config.clusters(), config.dimension());
    Limits.memory(n, 16e-9 * n * n, config.memory(), info().id(), "use --method ssc-omp");
    float[] c = coefficients(vectors, config, run);
    PostProcessing post =
        new PostProcessing(config.clusters(), config.dimension(), config.restarts());
    return new GraphCut(info().title(), config.clusters(), config.restarts(), config.dimension())
        .of(post.graph(c, n), Optional.of(post.codes(c, n)), points, vectors, run);
  }

  /** C at the end of all stages, n × n: row i holds what point i is written with. */
  static float[] coefficients(Vectors vectors, LihfssConfig config, Run run) {
    return coefficients(vectors, config, run, Optional.empty());
  }

  /**
   * The same, showing what was there on the way.
   *
   * @param beforeQuality gets C as it is when the last stage begins
   */
  static float[] coefficients(
      Vectors vectors, LihfssConfig config, Run run, Optional<Consumer<float[]>> beforeQuality) {
    LibTorch.start(run);
    Networks networks = config.network();
    networks.check(vectors.d());
    Device device = Device.of(run);
    try (Scope scope = Scope.open()) {
      int n = vectors.n();
      Tensor x = device.place(Tensors.of(Networks.inUnitRange(vectors), n, vectors.d()));
      try (Autoencoder autoencoder = networks.make(x, run.random("autoencoder"), device)) {
        return trained(autoencoder, x, vectors, config, run, beforeQuality);
      }
    }
  }

  private static float[] trained(
      Autoencoder autoencoder,
      Tensor x,
      Vectors vectors,
      LihfssConfig config,
      Run run,
      Optional<Consumer<float[]>> beforeQuality) {
    int n = vectors.n();
    try (Scope scope = Scope.open()) {
      Tensor c = torch.full(new long[] {n, n}, new Scalar(FIRST), x.options());
      Tensor off = torch.ones_like(c).fill_diagonal_(new Scalar(0.0));
      LayerwiseLearner learner = new LayerwiseLearner(autoencoder, x, c, off, config, run);
      beforeQuality.ifPresent(learner::showBeforeQuality);
      int epochs = config.pretrainEpochs() + config.epochs() + config.qualityEpochs();
      TrainingPlan plan = TrainingPlan.ofEpochs(epochs, n).with(OptimiserPlan.adam(config.rate()));
      new Trainer(plan, run).train(learner, vectors);
      warn(learner.diagonal(), run);
      return learner.coefficients();
    }
  }

  private static void warn(double diagonal, Run run) {
    if (diagonal > COLLAPSED) {
      run.warn(
          String.format(
              Locale.ROOT,
              "points are written by themselves (mean diagonal of C %.2f): train for fewer"
                  + " --epochs, or give --zero-diagonal",
              diagonal));
    }
  }
}
