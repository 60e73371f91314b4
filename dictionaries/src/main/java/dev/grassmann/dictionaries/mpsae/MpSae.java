package dev.grassmann.dictionaries.mpsae;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import dev.grassmann.dictionaries.train.SaeTrainer;
import dev.grassmann.dictionaries.train.SaeTraining;

/** Learns a dictionary whose encoder is matching pursuit. */
public final class MpSae implements Method<Vectors, MpSaeConfig, SaeTraining> {
  private final MpSaeConfig config;

  public MpSae() {
    this(MpSaeConfig.DEFAULT);
  }

  public MpSae(MpSaeConfig config) {
    this.config = config;
  }

  @Override
  public MethodInfo info() {
    return new MethodInfo(
        18,
        "mp-sae",
        "sae train",
        "MP-SAE",
        "Costa, Fel, Lubana, Tolooshams, Ba 2025, arXiv 2506.03093",
        "features of a hierarchy too, found by matching pursuit; any sparsity after training",
        true);
  }

  @Override
  public Class<Vectors> input() {
    return Vectors.class;
  }

  @Override
  public MpSaeConfig defaults() {
    return config;
  }

  /** Learns with this object's options. */
  public SaeTraining train(Vectors vectors) {
    return run(vectors, config, Run.local());
  }

  @Override
  public SaeTraining run(Vectors vectors, MpSaeConfig given, Run run) {
    MpSaeConfig checked = Options.check(given);
    int d = vectors.d();
    int p = SaeTrainer.width(checked.width(), d, checked.k());
    if (checked.orthogonal()) {
      if (checked.tau() > 0) {
        throw new InputException(
            "is " + checked.tau() + " with --orthogonal",
            "--tau",
            "orthogonal pursuit makes exactly k picks: leave one of the two out");
      }
      MpEncoder.requireGram(p);
    }
    return new SaeTrainer(checked.learning(), p, run)
        .train(vectors, (first, rows) -> new MpLearner(checked, p, d, run.seed()));
  }
}
