package dev.grassmann.dictionaries.command;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import dev.grassmann.dictionaries.SparseAutoencoder;
import dev.grassmann.dictionaries.measure.FeatureReport;
import dev.grassmann.dictionaries.measure.RowTexts;
import java.util.Optional;
import java.util.OptionalInt;

/** The features of a dictionary, each with the rows in which it is strongest. */
public final class SaeShow implements Method<Vectors, SaeShowConfig, FeatureReport> {
  @Override
  public MethodInfo info() {
    return new MethodInfo(
        18,
        "features",
        "sae show",
        "Features",
        "Costa et al. 2025, arXiv 2506.03093",
        "features by energy, where each is strongest, what lies near it, as a page to search",
        true);
  }

  @Override
  public Class<Vectors> input() {
    return Vectors.class;
  }

  @Override
  public SaeShowConfig defaults() {
    return SaeShowConfig.DEFAULT;
  }

  @Override
  public FeatureReport run(Vectors vectors, SaeShowConfig config, Run run) {
    Options.check(config);
    boolean images = config.height() != 0 || config.width() != 0;
    if (images && (long) config.height() * config.width() != vectors.d()) {
      throw new InputException(
          config.height()
              + " x "
              + config.width()
              + " pixels do not make "
              + vectors.d()
              + " numbers",
          "--height, --width",
          "give the images' true size, or neither");
    }
    SparseAutoencoder sae = Trained.at(config.dictionary(), run);
    Optional<RowTexts> texts =
        config.texts().isBlank()
            ? Optional.empty()
            : Optional.of(RowTexts.read(config.texts(), vectors.n()));
    return FeatureReport.of(
        sae.dictionary(),
        sae.encode(vectors, OptionalInt.empty(), run),
        vectors,
        config.features(),
        config.rows(),
        new FeatureReport.Look(config.height(), config.width(), texts));
  }
}
