package dev.grassmann.dictionaries.command;

import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import dev.grassmann.dictionaries.measure.Evaluator;
import dev.grassmann.dictionaries.measure.SaeEvaluation;

/** How well a dictionary does on vectors. */
public final class SaeEval implements Method<Vectors, SaeEvalConfig, SaeEvaluation> {
  @Override
  public MethodInfo info() {
    return new MethodInfo(
        18,
        "core",
        "sae eval",
        "Core measures",
        "Karvonen et al. 2025 (SAEBench), arXiv 2503.09532; Costa et al. 2025, arXiv 2506.03093",
        "L0, variance explained, silent latents, density, coherence, error by k",
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
  public SaeEvaluation run(Vectors vectors, SaeEvalConfig config, Run run) {
    Options.check(config);
    Evaluator evaluator = new Evaluator(Trained.at(config.dictionary(), run));
    return evaluator.evaluate(vectors, Trained.k(config.k()), config.ks(), run);
  }
}
