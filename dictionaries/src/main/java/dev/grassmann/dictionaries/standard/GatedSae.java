package dev.grassmann.dictionaries.standard;

import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import dev.grassmann.dictionaries.train.SaeTrainer;
import dev.grassmann.dictionaries.train.SaeTraining;

/** Learns an autoencoder that tells apart whether a latent is active and how much. */
public final class GatedSae implements Method<Vectors, GatedConfig, SaeTraining> {
  private final GatedConfig config;

  public GatedSae() {
    this(GatedConfig.DEFAULT);
  }

  public GatedSae(GatedConfig config) {
    this.config = config;
  }

  @Override
  public MethodInfo info() {
    return new MethodInfo(
        18,
        "gated",
        "sae train",
        "Gated",
        "Rajamanoharan et al. 2024, arXiv 2404.16014",
        "whether a latent is active and how much are learnt apart",
        false);
  }

  @Override
  public Class<Vectors> input() {
    return Vectors.class;
  }

  @Override
  public GatedConfig defaults() {
    return config;
  }

  /** Learns with this object's options. */
  public SaeTraining train(Vectors vectors) {
    return run(vectors, config, Run.local());
  }

  @Override
  public SaeTraining run(Vectors vectors, GatedConfig given, Run run) {
    GatedConfig checked = Options.check(given);
    int features = SaeTrainer.width(checked.width(), vectors.d(), 1);
    checked.penalty().warn(checked.footing(), run);
    return new FamilyTraining(checked.learning(), checked.footing(), checked.revival(), features)
        .train(vectors, new GatedRule(checked.penalty(), checked.freezeGate(), features), run);
  }
}
