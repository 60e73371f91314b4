package dev.grassmann.clusters.dscnet;

import dev.grassmann.clusters.Limits;
import dev.grassmann.clusters.Points;
import dev.grassmann.clusters.autoencoder.Autoencoder;
import dev.grassmann.clusters.autoencoder.Networks;
import dev.grassmann.clusters.spectral.DenseAffinity;
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
import java.util.Optional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** DSC-Net: an autoencoder whose codes are written by each other. */
public final class DscNet implements Method<Vectors, DscNetConfig, Clustering> {
  private static final double FIRST = 1e-4;

  @Override
  public MethodInfo info() {
    return new MethodInfo(
        10,
        "dsc-net",
        "cluster fit",
        "DSC-Net",
        "Ji and others 2017 (NeurIPS); arXiv 1709.02508",
        "writes the codes of an autoencoder by each other: its weights want tuning",
        false);
  }

  @Override
  public Class<Vectors> input() {
    return Vectors.class;
  }

  @Override
  public DscNetConfig defaults() {
    return DscNetConfig.DEFAULTS;
  }

  @Override
  public Clustering run(Vectors vectors, DscNetConfig config, Run run) {
    Options.check(config);
    LibTorch.start(run);
    Points points = Points.unit(vectors, run);
    int n = points.n();
    Limits.clusters(n, config.clusters());
    Limits.dimension(points, config.clusters(), config.dimension());
    Limits.memory(n, 48e-9 * n * n, config.memory(), info().id(), "use --method ssc-omp");
    float[] c = coefficients(vectors, config, run);
    int rank = config.dimension() * config.clusters() + 1;
    GraphCut cut =
        new GraphCut(info().title(), config.clusters(), config.restarts(), config.dimension());
    try (DenseAffinity graph = new Interaction(rank, config.mass(), config.power()).graph(c, n)) {
      return cut.of(graph, Optional.empty(), points, vectors, run);
    }
  }

  /** C after the last epoch, n × n: row i holds what point i is written with. */
  static float[] coefficients(Vectors vectors, DscNetConfig config, Run run) {
    LibTorch.start(run);
    config.network().check(vectors.d());
    Device device = Device.of(run);
    int n = vectors.n();
    try (Scope scope = Scope.open()) {
      Tensor x = device.place(Tensors.of(Networks.inUnitRange(vectors), n, vectors.d()));
      Tensor c = torch.full(new long[] {n, n}, new Scalar(FIRST), x.options());
      Tensor off = torch.ones_like(c).fill_diagonal_(new Scalar(0.0));
      try (Autoencoder autoencoder = config.network().make(x, run.random("autoencoder"), device)) {
        DscLearner learner = new DscLearner(autoencoder, x, c, off, config);
        TrainingPlan plan =
            TrainingPlan.ofEpochs(config.pretrainEpochs() + config.epochs(), n)
                .with(OptimiserPlan.adam(config.rate()));
        new Trainer(plan, run).train(learner, vectors);
        return learner.coefficients();
      }
    }
  }
}
