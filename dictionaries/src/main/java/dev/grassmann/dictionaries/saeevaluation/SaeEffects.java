package dev.grassmann.dictionaries.saeevaluation;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.ioi.IoiPrompt;
import dev.grassmann.core.ioi.IoiTask;
import dev.grassmann.core.run.Run;
import dev.grassmann.dictionaries.LinearSae;
import dev.grassmann.dictionaries.SparseAutoencoder;
import dev.grassmann.dictionaries.format.Format;
import dev.grassmann.engine.LibTorch;
import dev.grassmann.engine.transformer.Transformer;
import java.nio.file.Path;

/** Which words a model's latents speak for, and which later heads read them. */
public final class SaeEffects implements Method<Vectors, EffectsConfig, EffectsReport> {
  @Override
  public MethodInfo info() {
    return new MethodInfo(
        21,
        "effects",
        "sae effects",
        "Direct effects",
        "Makelov, Lange, Nanda 2024, arXiv 2405.08366",
        "words that latents speak for, and later heads that read them",
        true);
  }

  @Override
  public Class<Vectors> input() {
    return Vectors.class;
  }

  @Override
  public EffectsConfig defaults() {
    return EffectsConfig.DEFAULT;
  }

  @Override
  public EffectsReport run(Vectors activations, EffectsConfig config, Run run) {
    Options.check(config);
    require(config.dictionary(), "no dictionary was given", "--dictionary", "sae train run");
    require(config.model(), "no model was given", "--model", "sae testbed run");
    LibTorch.start(run);
    try (Transformer model = Transformer.load(Path.of(config.model()).resolve(TestbedRun.MODEL))) {
      Prompts.Spot spot = Prompts.Spot.parse(config.site(), model);
      Prompts prompts =
          new Prompts(model, new IoiTask().read(AttributeFiles.table(config.prompts())));
      Sections.requireSame(
          activations, Testbed.activations(prompts, java.util.List.of(spot)).get(0), spot);
      SparseAutoencoder sae = SparseAutoencoder.of(Format.load(Path.of(config.dictionary())), run);
      LinearSae linear = LinearSae.of(sae, activations);
      if (spot.role() != IoiPrompt.Role.END) {
        run.warn("words are those of the last place alone: none for " + spot);
      }
      return new LatentEffects(model, prompts, spot, linear, activations, run)
          .report(config.words(), config.readers());
    }
  }

  private static void require(String given, String what, String option, String from) {
    if (given.isBlank()) {
      throw new InputException(what, option, "give the folder of a " + from);
    }
  }
}
