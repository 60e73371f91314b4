package dev.grassmann.dictionaries.command;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Labels;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.SparseCodes;
import dev.grassmann.core.run.Run;
import dev.grassmann.dictionaries.SparseAutoencoder;
import dev.grassmann.dictionaries.measure.ClassSeparation;
import dev.grassmann.dictionaries.measure.Evaluator;
import dev.grassmann.dictionaries.measure.SharedFeatures;
import dev.grassmann.dictionaries.measure.SparseProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Dictionaries side by side on the same vectors. */
public final class SaeCompare implements Method<Vectors, SaeCompareConfig, SaeComparison> {
  @Override
  public MethodInfo info() {
    return new MethodInfo(
        18,
        "compare",
        "sae compare",
        "Dictionaries side by side",
        "Karvonen et al. 2025 (SAEBench), arXiv 2503.09532",
        "error against sparsity and its front, coherence, shared features, classes told by few",
        true);
  }

  @Override
  public Class<Vectors> input() {
    return Vectors.class;
  }

  @Override
  public SaeCompareConfig defaults() {
    return SaeCompareConfig.DEFAULT;
  }

  @Override
  public SaeComparison run(Vectors vectors, SaeCompareConfig config, Run run) {
    Options.check(config);
    if (config.dictionaries().size() < 2) {
      throw new InputException(
          config.dictionaries().size() + " dictionaries to compare",
          "--dictionaries",
          "give the folders of two sae train runs or more, with commas between them");
    }
    Optional<Labels> labels = LabelOption.read(config.labels(), vectors.n());
    List<SaeComparison.Entry> entries = new ArrayList<>();
    SparseAutoencoder first = null;
    for (String folder : config.dictionaries()) {
      SparseAutoencoder sae = Trained.at(folder, run);
      first = first == null ? sae : first;
      SparseCodes codes = sae.encode(vectors, Trained.k(config.k()), run);
      entries.add(
          new SaeComparison.Entry(
              folder,
              new Evaluator(sae).evaluate(vectors, codes, Trained.k(config.k()), config.ks(), run),
              SharedFeatures.of(first.dictionary(), sae.dictionary(), config.same()),
              labels.map(l -> SparseProbe.macroF1(codes, l, config.probe())).orElse(List.of()),
              labels.map(l -> ClassSeparation.of(codes, l.codes(), l.classes()))));
    }
    return new SaeComparison(entries, labels.isPresent() ? config.probe() : List.of());
  }
}
