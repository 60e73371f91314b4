package dev.grassmann.dictionaries.standard;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import dev.grassmann.dictionaries.train.SaeLearner;
import dev.grassmann.dictionaries.train.SaeTrainer;
import dev.grassmann.dictionaries.train.SaeTraining;
import java.util.Locale;

/** Learns an autoencoder that keeps the k largest pre-activations of each row. */
public final class TopKSae implements Method<Vectors, TopKConfig, SaeTraining> {
  private final TopKConfig config;

  public TopKSae() {
    this(TopKConfig.DEFAULT);
  }

  public TopKSae(TopKConfig config) {
    this.config = config;
  }

  @Override
  public MethodInfo info() {
    return new MethodInfo(
        18,
        "topk",
        "sae train",
        "TopK",
        "Gao et al. 2024, arXiv 2406.04093",
        "the k largest pre-activations of each row reconstruct it",
        false);
  }

  @Override
  public Class<Vectors> input() {
    return Vectors.class;
  }

  @Override
  public TopKConfig defaults() {
    return config;
  }

  /** Learns with this object's options. */
  public SaeTraining train(Vectors vectors) {
    return run(vectors, config, Run.local());
  }

  /**
   * A learner at its start, for a loop of one's own, e.g. the engine's trainer; options of the loop
   * itself (steps, rates, scaling, rows kept for measuring) have no part in it.
   *
   * @param first a first batch, rows × d, scaled as all batches will be: where the bias may start
   */
  public SaeLearner learner(float[] first, int rows, Run run) {
    TopKConfig checked = Options.check(config);
    int d = first.length / rows;
    return training(checked, d).start(new TopKRule(checked.options(d)), first, rows, run);
  }

  @Override
  public SaeTraining run(Vectors vectors, TopKConfig given, Run run) {
    TopKConfig checked = Options.check(given);
    int d = vectors.d();
    return training(checked, d).train(vectors, new TopKRule(checked.options(d)), run);
  }

  private static FamilyTraining training(TopKConfig checked, int d) {
    int features = SaeTrainer.width(checked.width(), d, checked.k());
    if (checked.groups() && features % checked.k() != 0) {
      throw new InputException(
          String.format(
              Locale.ROOT, "%,d latents do not make %,d equal groups", features, checked.k()),
          "--groups",
          "give a --width that is a multiple of --k");
    }
    return new FamilyTraining(checked.learning(), checked.footing(), checked.revival(), features);
  }
}
