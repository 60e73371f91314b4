package dev.grassmann.dictionaries.standard;

import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import dev.grassmann.dictionaries.train.SaeTrainer;
import dev.grassmann.dictionaries.train.SaeTraining;

/** Learns an autoencoder whose latents are active above thresholds of their own. */
public final class JumpReluSae implements Method<Vectors, JumpReluConfig, SaeTraining> {
  private final JumpReluConfig config;

  public JumpReluSae() {
    this(JumpReluConfig.DEFAULT);
  }

  public JumpReluSae(JumpReluConfig config) {
    this.config = config;
  }

  @Override
  public MethodInfo info() {
    return new MethodInfo(
        18,
        "jumprelu",
        "sae train",
        "JumpReLU",
        "Rajamanoharan et al. 2024, arXiv 2407.14435",
        "pre-activations above thresholds that are learnt",
        false);
  }

  @Override
  public Class<Vectors> input() {
    return Vectors.class;
  }

  @Override
  public JumpReluConfig defaults() {
    return config;
  }

  /** Learns with this object's options. */
  public SaeTraining train(Vectors vectors) {
    return run(vectors, config, Run.local());
  }

  @Override
  public SaeTraining run(Vectors vectors, JumpReluConfig given, Run run) {
    JumpReluConfig checked = Options.check(given);
    int features = SaeTrainer.width(checked.width(), vectors.d(), 1);
    return new FamilyTraining(checked.learning(), checked.footing(), checked.revival(), features)
        .train(vectors, new JumpReluRule(checked.jump(), features), run);
  }
}
