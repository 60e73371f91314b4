package dev.grassmann.clusters.molrg;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.NoInput;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.subspace.Subspace;
import dev.grassmann.engine.LibTorch;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Draws points from a mixture of low-rank Gaussians. */
public final class ClusterGenerate implements Method<NoInput, GenerateConfig, Generated> {
  @Override
  public MethodInfo info() {
    return new MethodInfo(
        12,
        "molrg",
        "cluster generate",
        "Mixture of low-rank Gaussians",
        "arXiv 2409.02426 (2024)",
        "draws points near planted subspaces, with their classes and bases",
        true);
  }

  @Override
  public Class<NoInput> input() {
    return NoInput.class;
  }

  @Override
  public GenerateConfig defaults() {
    return GenerateConfig.DEFAULTS;
  }

  @Override
  public Generated run(NoInput none, GenerateConfig config, Run run) {
    Options.check(config);
    LibTorch.start(run);
    int[] dimensions = Dimensions.asked(config.dimension(), config.clusters(), config.ambient());
    long numbers = (long) config.ambient() * config.clusters() * config.points();
    if (numbers > Integer.MAX_VALUE - 8) {
      throw new InputException(
          String.format(Locale.ROOT, "%,d numbers are too many", numbers),
          "--points",
          "give fewer points, or a smaller space");
    }
    SplittableRandom random = run.random("mixture");
    run.step("subspaces", 0, 2);
    List<Subspace> subspaces =
        new Planted(
                config.ambient(), Arrays.stream(dimensions).boxed().toList(), config.orthogonal())
            .draw(random);
    int[] which = new int[config.clusters() * config.points()];
    Arrays.setAll(which, i -> i / config.points());
    run.step("points", 1, 2);
    Mixture mixture = Mixture.isotropic(subspaces);
    return new Generated(mixture, mixture.drawFrom(which, config.noise(), random));
  }
}
