package dev.grassmann.dictionaries.command;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Labels;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.SparseCodes;
import dev.grassmann.core.run.Run;
import dev.grassmann.dictionaries.LinearSae;
import dev.grassmann.dictionaries.SparseAutoencoder;
import dev.grassmann.dictionaries.measure.AtomCosines;
import dev.grassmann.dictionaries.measure.DescriptionLength;
import dev.grassmann.dictionaries.measure.Evaluator;
import dev.grassmann.dictionaries.measure.LabelScores;
import dev.grassmann.dictionaries.measure.PairScores;
import dev.grassmann.dictionaries.measure.SaeEvaluation;
import dev.grassmann.dictionaries.saeevaluation.LossRecovered;
import java.nio.file.Path;
import java.util.Optional;

/** How well a dictionary does on vectors. */
public final class SaeEval implements Method<Vectors, SaeEvalConfig, EvalReport> {
  @Override
  public MethodInfo info() {
    return new MethodInfo(
        18,
        "core",
        "sae eval",
        "Core measures",
        "Karvonen et al. 2025 (SAEBench), arXiv 2503.09532; Costa et al. 2025, arXiv 2506.03093",
        "L0, variance explained, density, coherence, error by k; loss and labels where given",
        true);
  }

  @Override
  public Class<Vectors> input() {
    return Vectors.class;
  }

  @Override
  public SaeEvalConfig defaults() {
    return SaeEvalConfig.DEFAULT;
  }

  @Override
  public EvalReport run(Vectors vectors, SaeEvalConfig config, Run run) {
    Options.check(config);
    requireWholeModel(config);
    Optional<Labels> labels = LabelOption.read(config.labels(), vectors.n());
    Optional<Labels> others = LabelOption.read(config.otherLabels(), vectors.n());
    requireFirstLabels(labels, others);
    SparseAutoencoder sae = Trained.at(config.dictionary(), run);
    SparseCodes codes = sae.encode(vectors, Trained.k(config.k()), run);
    Optional<LinearSae> linear = labels.flatMap(l -> linear(sae, vectors, run));
    SaeEvaluation core =
        new Evaluator(sae).evaluate(vectors, codes, Trained.k(config.k()), config.ks(), run);
    Optional<LossRecovered> loss =
        config.model().isBlank()
            ? labels.map(l -> LossRecovered.byLabels(sae, vectors, l, run))
            : Optional.of(
                LossRecovered.byModel(
                    sae, vectors, Path.of(config.model()), config.site(), config.prompts(), run));
    return new EvalReport(
        core,
        AtomCosines.of(sae.dictionary()),
        DescriptionLength.of(sae, vectors, codes),
        config.meta() == 0
            ? Optional.empty()
            : Optional.of(MetaDictionary.of(sae.dictionary(), config.meta(), run)),
        loss,
        labels.map(
            l -> LabelScores.of(linear, vectors, codes, l, config.probe(), config.perturb(), run)),
        linear.flatMap(
            l ->
                others.map(
                    o ->
                        PairScores.of(l, vectors, codes, labels.get(), o, config.perturb(), run))));
  }

  private static void requireFirstLabels(Optional<Labels> labels, Optional<Labels> others) {
    if (others.isPresent() && labels.isEmpty()) {
      throw new InputException(
          "a second class for each row without a first", "--other-labels", "give --labels too");
    }
  }

  private static void requireWholeModel(SaeEvalConfig config) {
    boolean named = !config.model().isBlank();
    if (named != !config.site().isBlank() || named != !config.prompts().isBlank()) {
      throw new InputException(
          "a model needs its site and its prompts",
          "--model, --site, --prompts",
          "give all three, or none");
    }
  }

  /** Empty where latents are not directions that are added up. */
  private static Optional<LinearSae> linear(SparseAutoencoder sae, Vectors vectors, Run run) {
    try {
      return Optional.of(LinearSae.of(sae, vectors));
    } catch (InputException e) {
      run.warn("no perturbation, absorption, SCR or RAVEL: " + e.what());
      return Optional.empty();
    }
  }
}
