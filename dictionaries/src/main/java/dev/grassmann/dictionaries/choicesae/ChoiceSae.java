package dev.grassmann.dictionaries.choicesae;

import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import dev.grassmann.dictionaries.standard.AuxK;
import dev.grassmann.dictionaries.standard.AuxOptions;
import dev.grassmann.dictionaries.standard.Averaging;
import dev.grassmann.dictionaries.standard.FamilyTraining;
import dev.grassmann.dictionaries.standard.Rules;
import dev.grassmann.dictionaries.train.SaeTrainer;
import dev.grassmann.dictionaries.train.SaeTraining;
import java.util.Arrays;

/** Learns an autoencoder that hands a batch's budget of codes out where it explains most. */
public final class ChoiceSae implements Method<Vectors, ChoiceSaeConfig, SaeTraining> {
  private static final float SHUT = -5;

  private final ChoiceSaeConfig config;

  public ChoiceSae() {
    this(ChoiceSaeConfig.DEFAULT);
  }

  public ChoiceSae(ChoiceSaeConfig config) {
    this.config = config;
  }

  @Override
  public MethodInfo info() {
    return new MethodInfo(
        20,
        "choice",
        "sae train",
        "Mutual and Feature Choice",
        "Ayonrinde 2024, arXiv 2411.02124",
        "hard rows get more latents, and every latent its share of rows, so that none dies",
        false);
  }

  @Override
  public Class<Vectors> input() {
    return Vectors.class;
  }

  @Override
  public ChoiceSaeConfig defaults() {
    return config;
  }

  /** Learns with this object's options. */
  public SaeTraining train(Vectors vectors) {
    return run(vectors, config, Run.local());
  }

  @Override
  public SaeTraining run(Vectors vectors, ChoiceSaeConfig given, Run run) {
    return train(vectors, Options.check(given), 0, run);
  }

  /**
   * Learns.
   *
   * @param shut share of the latents whose encoder bias starts far below 0, to be revived
   */
  static SaeTraining train(Vectors vectors, ChoiceSaeConfig config, double shut, Run run) {
    ChoiceOptions choices = config.choices();
    int features = SaeTrainer.width(config.width(), vectors.d(), config.k());
    if (choices.quota() == Quota.ZIPF && features < ZipfFit.FEWEST) {
      run.warn("too few latents to fit a rank law; using uniform quotas");
      choices = Options.with(choices, "quota", Quota.UNIFORM);
    }
    long steps = config.learning().steps();
    boolean feature = choices.choice() == Choice.FEATURE;
    long switchAt = feature ? Math.round(choices.fcFrom() * steps) : steps;
    AuxK form = choices.aux() == AuxLoss.NONE ? AuxK.NONE : AuxK.SIGNED;
    return new FamilyTraining(config.learning(), config.footing(), config.revival(), features)
        .train(
            vectors,
            Rules.allocated(
                config.k(),
                new AuxOptions(form, choices.auxWeight(), choices.auxK()),
                new Averaging(choices.thresholdDecay(), choices.thresholdStart()),
                new ChoiceAllocation(choices, features, switchAt)),
            weights -> {
              Arrays.fill(weights.encoderBias(), 0, (int) (shut * features), SHUT);
              return null; // the linear decoder
            },
            run);
  }
}
