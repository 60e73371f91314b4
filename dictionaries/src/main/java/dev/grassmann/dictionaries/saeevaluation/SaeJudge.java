package dev.grassmann.dictionaries.saeevaluation;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import dev.grassmann.dictionaries.LinearSae;
import dev.grassmann.dictionaries.SparseAutoencoder;
import dev.grassmann.dictionaries.format.Format;
import dev.grassmann.engine.LibTorch;
import dev.grassmann.engine.transformer.Transformer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Judges dictionaries by attributes that are known: approximation, control, interpretation. */
public final class SaeJudge implements Method<Vectors, JudgeConfig, JudgeReport> {
  @Override
  public MethodInfo info() {
    return new MethodInfo(
        21,
        "attributes",
        "sae judge",
        "Judged by known attributes",
        "Makelov, Lange, Nanda 2024, arXiv 2405.08366",
        "sufficiency, necessity, edits by few latents, and latents that match attributes",
        true);
  }

  @Override
  public Class<Vectors> input() {
    return Vectors.class;
  }

  @Override
  public JudgeConfig defaults() {
    return JudgeConfig.DEFAULT;
  }

  @Override
  public JudgeReport run(Vectors activations, JudgeConfig config, Run run) {
    Options.check(config);
    requireChoices(config);
    LibTorch.start(run);
    Table table = AttributeFiles.table(config.attributes());
    Attributes attributes = Attributes.of(table, AttributeFiles.columns(table, config.attrs()));
    SupervisedDictionary.requireRows(activations, attributes);
    List<List<SparseAutoencoder>> dictionaries = new ArrayList<>();
    for (String folders : config.dictionaries()) {
      List<SparseAutoencoder> one = new ArrayList<>();
      for (String folder : folders.split("\\+")) {
        one.add(SparseAutoencoder.of(Format.load(Path.of(folder)), run));
      }
      dictionaries.add(one);
    }
    if (config.model().isBlank()) {
      Sections sections = new Sections(config, run);
      return report(
          config,
          sections.ofRows(activations, attributes),
          dictionaries,
          sections.counterfactuals(),
          run);
    }
    try (Transformer model = Transformer.load(Path.of(config.model()).resolve(TestbedRun.MODEL))) {
      Sections sections = new Sections(config, run);
      return report(
          config,
          sections.ofModel(activations, attributes, table, model),
          dictionaries,
          sections.counterfactuals(),
          run);
    }
  }

  private static void requireChoices(JudgeConfig config) {
    if (config.dictionaries().isEmpty()) {
      throw new InputException(
          "no dictionary was given", "--dictionaries", "give the folder of a sae train run");
    }
    int sites = Math.max(1, config.sites().size());
    for (String folders : config.dictionaries()) {
      if (folders.split("\\+").length != sites) {
        throw new InputException(
            "'"
                + folders
                + "' names "
                + folders.split("\\+").length
                + " dictionaries for "
                + sites
                + " sites",
            "--dictionaries",
            "give one for each site, joined by +");
      }
    }
    if (config.model().isBlank() != config.sites().isEmpty()) {
      throw new InputException(
          config.model().isBlank() ? "sites without a model" : "a model without a site",
          config.model().isBlank() ? "--model" : "--sites",
          "give both, or neither to judge by a classifier");
    }
    if (config.options().k().isEmpty()) {
      throw new InputException("no numbers of changes", "--k", "give one or more");
    }
  }

  private static JudgeReport report(
      JudgeConfig config,
      CrossSection section,
      List<List<SparseAutoencoder>> dictionaries,
      Counterfactuals counterfactuals,
      Run run) {
    Trial trial = new Trial(section, counterfactuals, config.options(), run);
    Approximation supervised = trial.supervised();
    if (supervised.harmless()) {
      run.warn(
          "necessity undefined at "
              + String.join("+", section.names())
              + ": ablation does not hurt");
    }
    List<Contestant> contestants = new ArrayList<>();
    for (int i = 0; i < dictionaries.size(); i++) {
      List<LinearSae> saes = new ArrayList<>();
      for (int l = 0; l < dictionaries.get(i).size(); l++) {
        saes.add(LinearSae.of(dictionaries.get(i).get(l), section.activations().get(l)));
      }
      contestants.add(trial.judge(config.dictionaries().get(i), saes));
    }
    return new JudgeReport(
        section.names(),
        section.attributes(),
        section.downstream().margin(),
        config.options(),
        supervised,
        explained(section),
        trial.skylines(),
        contestants);
  }

  /** Variance that the supervised dictionaries explain, averaged over locations. */
  private static double explained(CrossSection section) {
    double sum = 0;
    for (int l = 0; l < section.names().size(); l++) {
      float[] reconstructed = section.supervised().get(l).reconstruct(section.attributes());
      sum += 1 - Residuals.fvu(section.activations().get(l), reconstructed);
    }
    return sum / section.names().size();
  }
}
