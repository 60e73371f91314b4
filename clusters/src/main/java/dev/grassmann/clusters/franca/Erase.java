package dev.grassmann.clusters.franca;

import dev.grassmann.clusters.Points;
import dev.grassmann.core.InputException;
import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.io.VectorFiles;
import dev.grassmann.core.run.Run;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** RASA: erases from features what a linear probe can read of positions, or of any targets. */
public final class Erase implements Method<Vectors, EraseConfig, Erasure> {
  @Override
  public MethodInfo info() {
    return new MethodInfo(
        16,
        "rasa",
        "subspace erase",
        "RASA",
        "Venkataramanan and others 2025 (arXiv 2507.14137)",
        "finds the directions that a probe reads positions from, and projects them out",
        true);
  }

  @Override
  public Class<Vectors> input() {
    return Vectors.class;
  }

  @Override
  public EraseConfig defaults() {
    return EraseConfig.DEFAULTS;
  }

  @Override
  public Erasure run(Vectors tokens, EraseConfig config, Run run) {
    Options.check(config);
    Points.of(tokens); // refuses what is not finite, by row and column
    Targets targets = targets(config);
    int items = targets.items(tokens.n());
    if ((long) config.iterations() * targets.q() >= tokens.d()) {
      throw new InputException(
          String.format(
              Locale.ROOT,
              "%,d rounds of %,d directions would remove the whole space of %,d",
              config.iterations(),
              targets.q(),
              tokens.d()),
          "--iterations",
          String.format(Locale.ROOT, "give at most %,d", (tokens.d() - 1) / targets.q()));
    }
    float[] z = tokens.toArray();
    Rasa.Removal removal = new Rasa(z, items, tokens.d(), targets, config, run).remove();
    boolean look = targets.shared() && config.clusters() > 1 && config.clusters() < tokens.n();
    Optional<SpatialEntropy> before =
        look
            ? Optional.of(
                SpatialEntropy.of(z, tokens.d(), targets.tokens(), config.clusters(), run))
            : Optional.empty();
    Optional<SpatialEntropy> after =
        look
            ? Optional.of(
                SpatialEntropy.of(
                    removal.z(), tokens.d(), targets.tokens(), config.clusters(), run))
            : Optional.empty();
    return new Erasure(
        tokens.d(),
        removal,
        targets.chance(),
        before,
        after,
        config.gridRows(),
        config.gridColumns());
  }

  private static Targets targets(EraseConfig config) {
    if (!config.targets().isBlank()) {
      return Targets.of(VectorFiles.read(Path.of(config.targets())), config.targets());
    }
    if (config.gridRows() == 0 || config.gridColumns() == 0) {
      throw new InputException(
          "neither positions nor targets are given",
          "--grid-rows",
          "give --grid-rows and --grid-columns of each image's tokens, or --targets FILE");
    }
    return Targets.grid(config.gridRows(), config.gridColumns());
  }
}
