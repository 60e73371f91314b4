package dev.grassmann.dictionaries.polysae;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.Dictionary;
import dev.grassmann.core.run.Run;
import dev.grassmann.dictionaries.format.Format;
import dev.grassmann.dictionaries.standard.FamilyTraining;
import dev.grassmann.dictionaries.standard.Footing;
import dev.grassmann.dictionaries.standard.JumpReluOptions;
import dev.grassmann.dictionaries.standard.Revival;
import dev.grassmann.dictionaries.standard.Rule;
import dev.grassmann.dictionaries.standard.Rules;
import dev.grassmann.dictionaries.train.SaeTrainer;
import dev.grassmann.dictionaries.train.SaeTraining;
import java.nio.file.Path;
import java.util.Optional;

/** Learns an autoencoder whose decoder knows products of codes. */
public final class PolySae implements Method<Vectors, PolySaeConfig, SaeTraining> {
  private final PolySaeConfig config;

  public PolySae() {
    this(PolySaeConfig.DEFAULT);
  }

  public PolySae(PolySaeConfig config) {
    this.config = config;
  }

  @Override
  public MethodInfo info() {
    return new MethodInfo(
        19,
        "polysae",
        "sae train",
        "PolySAE",
        "Koromilas et al. 2026, arXiv 2602.01322",
        "a decoder with squares and cubes of the codes: which features combine",
        false);
  }

  @Override
  public Class<Vectors> input() {
    return Vectors.class;
  }

  @Override
  public PolySaeConfig defaults() {
    return config;
  }

  /** Learns with this object's options. */
  public SaeTraining train(Vectors vectors) {
    return run(vectors, config, Run.local());
  }

  @Override
  public SaeTraining run(Vectors vectors, PolySaeConfig given, Run run) {
    PolySaeConfig checked = Options.check(given);
    if ((checked.init() == Init.LINEAR) == checked.from().isBlank()) {
      throw new InputException(
          "--init linear and --from belong together", "--from", "give both, or neither");
    }
    Optional<Dictionary> linear =
        checked.init() == Init.LINEAR
            ? Optional.of(Format.load(Path.of(checked.from())))
            : Optional.empty();
    return train(vectors, checked, linear, run);
  }

  /** Learns from a linear dictionary where one is given. */
  static SaeTraining train(
      Vectors vectors, PolySaeConfig config, Optional<Dictionary> linear, Run run) {
    int d = vectors.d();
    int features = linear.map(Dictionary::features).orElse(config.width());
    features = SaeTrainer.width(features, d, config.base() == Base.JUMPRELU ? 1 : config.k());
    int[] ranks = Ranks.of(config, features, d);
    PolyStart start = new PolyStart(config, ranks, linear, run.seed());
    linear.ifPresent(dictionary -> start.require(dictionary, d));
    Footing footing = new Footing(false, config.startNorm(), config.biasStart(), false);
    Revival revival = new Revival(config.deadAfter(), 0, Revival.DEFAULT.resampleNorm());
    return new FamilyTraining(config.learning(), footing, revival, features)
        .train(vectors, rule(config, features), start::decoding, run);
  }

  private static Rule rule(PolySaeConfig config, int features) {
    return switch (config.base()) {
      case TOPK -> Rules.topK((int) Math.round(config.k()), config.aux());
      case BATCHTOPK -> Rules.batchTopK(config.k(), config.aux(), config.averaging());
      case MATRYOSHKA ->
          Rules.matryoshka(config.k(), config.widths(), features, config.aux(), config.averaging());
      case JUMPRELU -> {
        if (config.jump().sparsityLoss() == JumpReluOptions.SparsityLoss.TANH) {
          throw new InputException(
              "tanh weighs codes by decoder norms, which this decoder does not have",
              "--sparsity-loss",
              "give step or target");
        }
        yield Rules.jumpRelu(config.jump(), features);
      }
    };
  }
}
