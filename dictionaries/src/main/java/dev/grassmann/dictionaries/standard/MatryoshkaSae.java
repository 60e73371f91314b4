package dev.grassmann.dictionaries.standard;

import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import dev.grassmann.dictionaries.train.SaeTrainer;
import dev.grassmann.dictionaries.train.SaeTraining;

/** Learns a BatchTopK autoencoder whose first latents reconstruct by themselves, coarsely. */
public final class MatryoshkaSae implements Method<Vectors, MatryoshkaConfig, SaeTraining> {
  private final MatryoshkaConfig config;

  public MatryoshkaSae() {
    this(MatryoshkaConfig.DEFAULT);
  }

  public MatryoshkaSae(MatryoshkaConfig config) {
    this.config = config;
  }

  @Override
  public MethodInfo info() {
    return new MethodInfo(
        18,
        "matryoshka",
        "sae train",
        "Matryoshka BatchTopK",
        "Bussmann, Nabeshima, Karvonen, Nanda 2025, arXiv 2503.17547",
        "nested dictionaries: the first latents reconstruct by themselves, coarsely",
        false);
  }

  @Override
  public Class<Vectors> input() {
    return Vectors.class;
  }

  @Override
  public MatryoshkaConfig defaults() {
    return config;
  }

  /** Learns with this object's options. */
  public SaeTraining train(Vectors vectors) {
    return run(vectors, config, Run.local());
  }

  @Override
  public SaeTraining run(Vectors vectors, MatryoshkaConfig given, Run run) {
    MatryoshkaConfig checked = Options.check(given);
    int features = SaeTrainer.width(checked.width(), vectors.d(), checked.k());
    return new FamilyTraining(checked.learning(), checked.footing(), checked.revival(), features)
        .train(vectors, new TopKRule(checked.options(features)), run);
  }
}
