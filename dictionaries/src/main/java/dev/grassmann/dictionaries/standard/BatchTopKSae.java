package dev.grassmann.dictionaries.standard;

import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import dev.grassmann.dictionaries.train.SaeTrainer;
import dev.grassmann.dictionaries.train.SaeTraining;

/** Learns an autoencoder that keeps the k · B largest pre-activations of a batch of B rows. */
public final class BatchTopKSae implements Method<Vectors, BatchTopKConfig, SaeTraining> {
  private final BatchTopKConfig config;

  public BatchTopKSae() {
    this(BatchTopKConfig.DEFAULT);
  }

  public BatchTopKSae(BatchTopKConfig config) {
    this.config = config;
  }

  @Override
  public MethodInfo info() {
    return new MethodInfo(
        18,
        "batchtopk",
        "sae train",
        "BatchTopK",
        "Bussmann, Leask, Nanda 2024, arXiv 2412.06410",
        "the k · B largest pre-activations of a batch of B rows reconstruct it",
        false);
  }

  @Override
  public Class<Vectors> input() {
    return Vectors.class;
  }

  @Override
  public BatchTopKConfig defaults() {
    return config;
  }

  /** Learns with this object's options. */
  public SaeTraining train(Vectors vectors) {
    return run(vectors, config, Run.local());
  }

  @Override
  public SaeTraining run(Vectors vectors, BatchTopKConfig given, Run run) {
    BatchTopKConfig checked = Options.check(given);
    int d = vectors.d();
    int features = SaeTrainer.width(checked.width(), d, checked.k());
    return new FamilyTraining(checked.learning(), checked.footing(), checked.revival(), features)
        .train(vectors, new TopKRule(checked.options(d)), run);
  }
}
