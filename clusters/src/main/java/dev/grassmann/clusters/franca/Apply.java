package dev.grassmann.clusters.franca;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.io.VectorFiles;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.LibTorch;
import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.bytedeco.pytorch.Tensor;

/** Takes features through the map that erases directions. */
public final class Apply implements Method<Vectors, ApplyConfig, MappedFeatures> {
  @Override
  public MethodInfo info() {
    return new MethodInfo(
        16,
        "apply",
        "subspace apply",
        "Apply a map",
        "Venkataramanan and others 2025 (arXiv 2507.14137)",
        "takes features through a map that was fitted before",
        true);
  }

  @Override
  public Class<Vectors> input() {
    return Vectors.class;
  }

  @Override
  public ApplyConfig defaults() {
    return ApplyConfig.DEFAULTS;
  }

  @Override
  public MappedFeatures run(Vectors features, ApplyConfig config, Run run) {
    Options.check(config);
    LibTorch.start(run);
    if (config.map().isBlank()) {
      throw new InputException(
          "no map to go through",
          "--map",
          "give the folder that 'subspace erase' wrote with --out");
    }
    Path file = Path.of(config.map());
    if (Files.isDirectory(file)) {
      file = file.resolve(Erasure.MAP);
    }
    Vectors map = VectorFiles.read(file);
    if (map.n() != map.d() || map.d() != features.d()) {
      throw new InputException(
          String.format(
              Locale.ROOT,
              "is %,d x %,d, the features have %,d numbers",
              map.n(),
              map.d(),
              features.d()),
          file.toString(),
          "give the map that was fitted to features of this kind");
    }
    try (Scope scope = Scope.open()) {
      Tensor all = Tensors.of(features);
      Tensor left = all.matmul(Tensors.of(map));
      double whole = all.square().sum().item_double();
      double kept = whole == 0 ? 1 : left.square().sum().item_double() / whole;
      return new MappedFeatures(Tensors.vectors(left), kept);
    }
  }
}
