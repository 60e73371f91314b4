package dev.grassmann.dictionaries.standard;

import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import dev.grassmann.dictionaries.train.SaeTrainer;
import dev.grassmann.dictionaries.train.SaeTraining;

/** Learns an autoencoder whose codes are its positive pre-activations, kept few by a penalty. */
public final class ReluSae implements Method<Vectors, ReluConfig, SaeTraining> {
  private final ReluConfig config;

  public ReluSae() {
    this(ReluConfig.DEFAULT);
  }

  public ReluSae(ReluConfig config) {
    this.config = config;
  }

  @Override
  public MethodInfo info() {
    return new MethodInfo(
        18,
        "relu",
        "sae train",
        "ReLU",
        "Bricken et al. 2023; Cunningham et al. 2023, arXiv 2309.08600",
        "every positive pre-activation, with a penalty on their sum",
        false);
  }

  @Override
  public Class<Vectors> input() {
    return Vectors.class;
  }

  @Override
  public ReluConfig defaults() {
    return config;
  }

  /** Learns with this object's options. */
  public SaeTraining train(Vectors vectors) {
    return run(vectors, config, Run.local());
  }

  @Override
  public SaeTraining run(Vectors vectors, ReluConfig given, Run run) {
    ReluConfig checked = Options.check(given);
    int features = SaeTrainer.width(checked.width(), vectors.d(), 1);
    checked.penalty().warn(checked.footing(), run);
    return new FamilyTraining(checked.learning(), checked.footing(), checked.revival(), features)
        .train(vectors, new ReluRule(checked.penalty()), run);
  }
}
