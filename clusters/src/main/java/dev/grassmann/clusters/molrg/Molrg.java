package dev.grassmann.clusters.molrg;

import dev.grassmann.clusters.Points;
import dev.grassmann.core.InputException;
import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.subspace.Subspace;
import dev.grassmann.engine.LibTorch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Clusters points by training a denoiser that has the form of a low-rank mixture's posterior mean,
 * beside k-subspaces, which the theory says is the same.
 */
public final class Molrg implements Method<Vectors, MolrgConfig, MolrgFit> {
  @Override
  public MethodInfo info() {
    return new MethodInfo(
        12,
        "molrg",
        "cluster fit",
        "MoLRG",
        "arXiv 2409.02426 (2024)",
        "trains a denoiser of a mixture of low-rank Gaussians, beside k-subspaces",
        false);
  }

  @Override
  public Class<Vectors> input() {
    return Vectors.class;
  }

  @Override
  public MolrgConfig defaults() {
    return MolrgConfig.DEFAULTS;
  }

  @Override
  public MolrgFit run(Vectors vectors, MolrgConfig config, Run run) {
    Options.check(config);
    LibTorch.start(run);
    Points points =
        config.scaling() == Scaling.ROWS ? Points.unit(vectors, run) : Points.of(vectors);
    if (config.clusters() >= points.n()) {
      throw new InputException(
          String.format(Locale.ROOT, "is %,d for %,d points", config.clusters(), points.n()),
          "--clusters",
          String.format(Locale.ROOT, "give 1 to %,d", points.n() - 1));
    }
    SplittableRandom random = run.random("k-subspaces");
    int[] dimensions = dimensions(points, config, random.split(), run);
    SubspaceSearch search =
        SubspaceSearch.of(points, dimensions, config.restarts(), config.iterations(), random, run);
    double scale = scale(points, dimensions, search.sizes(), config.scaling());
    return new FitBuilder(vectors, points, search, scale, config, run)
        .build(trained(points, search, scale, config, run));
  }

  private static int[] dimensions(
      Points points, MolrgConfig config, SplittableRandom random, Run run) {
    int[] asked = Dimensions.asked(config.dimension(), config.clusters(), points.d());
    return asked[0] > 0
        ? asked
        : Dimensions.byGaps(
            points, config.clusters(), config.restarts(), config.iterations(), random, run);
  }

  /** What points are multiplied by so that their subspaces have variance 1 on average. */
  private static double scale(Points points, int[] dimensions, int[] sizes, Scaling scaling) {
    double mean = 0;
    for (int c = 0; c < dimensions.length; c++) {
      mean += (double) dimensions[c] * sizes[c] / points.n();
    }
    return switch (scaling) {
      case NONE -> 1;
      case ROWS -> Math.sqrt(mean);
      case WHOLE -> {
        double energy = Arrays.stream(points.rows()).map(x -> x * x).sum();
        if (energy == 0) {
          throw new InputException("all points are zero", "", "give points that are not");
        }
        yield Math.sqrt(mean * points.n() / energy);
      }
    };
  }

  private static Optional<DaeTraining.Trained> trained(
      Points points, SubspaceSearch search, double scale, MolrgConfig config, Run run) {
    if (config.training().steps() == 0) {
      return Optional.empty();
    }
    List<List<Subspace>> begin = new ArrayList<>();
    if (config.begin() == Begin.SUBSPACES) {
      begin.add(search.bases());
    } else {
      SplittableRandom random = run.random("denoisers");
      List<Integer> dimensions = search.bases().stream().map(Subspace::dimension).toList();
      Planted planted = new Planted(points.d(), dimensions, false);
      for (int r = 0; r < config.restarts(); r++) {
        begin.add(planted.draw(random));
      }
    }
    return Optional.of(training(config).train(scaled(points, scale), begin, run));
  }

  static DaeTraining training(MolrgConfig config) {
    return new DaeTraining(
        config.parameterisation(),
        config.orthonormal() == Orthonormal.RIEMANNIAN,
        config.training());
  }

  /** The points as the denoiser sees them. */
  static Vectors scaled(Points points, double scale) {
    float[] narrow = new float[points.rows().length];
    for (int p = 0; p < narrow.length; p++) {
      narrow[p] = (float) (points.rows()[p] * scale);
    }
    return Vectors.of(narrow, points.n(), points.d());
  }
}
