package dev.grassmann.clusters.molrg.network;

import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;

/** Trains a fully connected denoiser of vectors. */
public final class TrainDense implements Method<Vectors, DenoiserConfig, DenoiserTraining> {
  @Override
  public MethodInfo info() {
    return new MethodInfo(
        12,
        "mlp",
        "cluster denoiser",
        "Fully connected denoiser",
        "Karras, Aittala, Aila, Laine 2022; arXiv 2409.02426 (2024)",
        "layers of neurons with EDM's preconditioning, for vectors",
        true);
  }

  @Override
  public Class<Vectors> input() {
    return Vectors.class;
  }

  @Override
  public DenoiserConfig defaults() {
    return DenoiserConfig.DEFAULTS;
  }

  @Override
  public DenoiserTraining run(Vectors vectors, DenoiserConfig config, Run run) {
    Options.check(config);
    return DenoiserTraining.of(
        vectors,
        new Architecture.Dense(vectors.d(), config.width(), config.layers()),
        config.training(),
        config.halfLife(),
        config.scaling(),
        run);
  }
}
