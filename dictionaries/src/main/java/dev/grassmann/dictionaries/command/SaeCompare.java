package dev.grassmann.dictionaries.command;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.catalogue.Catalogue;
import dev.grassmann.core.catalogue.DataSet;
import dev.grassmann.core.data.Labels;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.io.LabelFiles;
import dev.grassmann.core.result.SparseCodes;
import dev.grassmann.core.run.Run;
import dev.grassmann.dictionaries.SparseAutoencoder;
import dev.grassmann.dictionaries.measure.ClassSeparation;
import dev.grassmann.dictionaries.measure.Density;
import dev.grassmann.dictionaries.measure.Evaluator;
import dev.grassmann.dictionaries.measure.Fidelity;
import dev.grassmann.dictionaries.measure.SharedFeatures;
import dev.grassmann.dictionaries.measure.SparseProbe;
import java.nio.file.Path;
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
        "error against sparsity, features found in both, classes told by few latents",
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
    Optional<Labels> labels = labels(config, vectors.n());
    List<SaeComparison.Entry> entries = new ArrayList<>();
    SparseAutoencoder first = null;
    for (String folder : config.dictionaries()) {
      SparseAutoencoder sae = Trained.at(folder, run);
      first = first == null ? sae : first;
      SparseCodes codes = sae.encode(vectors, Trained.k(config.k()), run);
      Fidelity fidelity = new Evaluator(sae).fidelity(vectors, codes);
      entries.add(
          new SaeComparison.Entry(
              folder,
              sae.dictionary(),
              codes.l0(),
              fidelity,
              Density.of(codes).silent(),
              SharedFeatures.of(first.dictionary(), sae.dictionary(), config.same()),
              labels.map(l -> f1(codes, l, config.probe())).orElse(List.of()),
              labels.map(l -> ClassSeparation.of(codes, l.codes(), l.classes()))));
    }
    return new SaeComparison(entries, labels.isPresent() ? config.probe() : List.of());
  }

  private static Optional<Labels> labels(SaeCompareConfig config, int rows) {
    if (config.labels().isBlank()) {
      return Optional.empty();
    }
    String file =
        Catalogue.all().stream()
            .filter(set -> set.name().equals(config.labels()))
            .findFirst()
            .flatMap(DataSet::path)
            .map(Path::toString)
            .orElse(config.labels());
    Labels labels = LabelFiles.read(file);
    if (labels.n() != rows || labels.classes() < 2 || rows < 4) {
      throw new InputException(
          labels.n() + " labels of " + labels.classes() + " classes for " + rows + " rows",
          "--labels",
          "give one label a row, of two classes or more");
    }
    return Optional.of(labels);
  }

  /** Probes learn from every other row and are measured on the rows between. */
  private static List<Double> f1(SparseCodes codes, Labels labels, List<Integer> ks) {
    int n = codes.n();
    int[] trainLabels = new int[(n + 1) / 2];
    int[] testLabels = new int[n / 2];
    for (int row = 0; row < n; row++) {
      (row % 2 == 0 ? trainLabels : testLabels)[row / 2] = labels.codes()[row];
    }
    SparseProbe probe =
        new SparseProbe(half(codes, 0), trainLabels, half(codes, 1), testLabels, labels.classes());
    return ks.stream().map(k -> probe.macroF1(Math.min(k, codes.features()))).toList();
  }

  private static SparseCodes half(SparseCodes codes, int from) {
    SparseCodes.Builder half = SparseCodes.builder(codes.features());
    for (int row = from; row < codes.n(); row += 2) {
      for (int e = codes.start(row); e < codes.start(row + 1); e++) {
        half.add(codes.latent(e), codes.value(e));
      }
      half.endRow();
    }
    return half.build();
  }
}
