package dev.grassmann.clusters.choice;

import dev.grassmann.clusters.Points;
import dev.grassmann.clusters.lsr.Lsr;
import dev.grassmann.clusters.lsr.LsrConfig;
import dev.grassmann.clusters.spectral.Affinity;
import dev.grassmann.clusters.spectral.SpectralStep;
import dev.grassmann.core.InputException;
import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.LibTorch;
import dev.grassmann.engine.linalg.Eigengap;
import dev.grassmann.engine.linalg.SymmetricEigen;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Recommends a number of clusters and their dimension. */
public final class Choose implements Method<Vectors, ChooseConfig, Choice> {
  /** A cluster has five points on average, at least: beyond that eigenvalues say nothing. */
  private static final int AVERAGE = 5;

  private static final int ITERATIONS = 1000;
  private static final double TOLERANCE = 1e-8;
  private static final int CYCLES = 500;

  @Override
  public MethodInfo info() {
    return new MethodInfo(
        10,
        "eigengap-stability",
        "cluster choose",
        "Choice of K and d",
        "von Luxburg 2007; Ben-Hur, Elisseeff, Guyon 2002",
        "recommends how many clusters there are, and of which dimension, and how sure that is",
        true);
  }

  @Override
  public Class<Vectors> input() {
    return Vectors.class;
  }

  @Override
  public ChooseConfig defaults() {
    return ChooseConfig.DEFAULTS;
  }

  @Override
  public Choice run(Vectors vectors, ChooseConfig config, Run run) {
    Options.check(config);
    LibTorch.start(run);
    Points points = Points.unit(vectors, run);
    int most = Math.min(config.most(), (int) (config.share() * points.n()) / AVERAGE);
    if (most < 3) {
      throw new InputException(
          "there are " + points.n() + " points",
          "",
          "give at least " + (int) Math.ceil(3 * AVERAGE / config.share()) + " to choose from");
    }
    LsrConfig graphs =
        Options.with(LsrConfig.DEFAULTS, Map.of("lambda", config.lambda(), "top", config.top()));
    Affinity graph = Lsr.strongest(points, graphs, run).affinity();
    run.step("eigenvectors", 0, 0);
    long seed = run.random("eigenvectors").nextLong();
    SymmetricEigen eigen =
        SymmetricEigen.largest(graph.normalised(), most + 1, 0, TOLERANCE, CYCLES, seed);
    List<Candidate> candidates = candidates(graph, eigen.values(), config, run);
    Candidate chosen = candidates.get(0);
    int[] labels =
        new SpectralStep(chosen.clusters(), config.restarts(), ITERATIONS)
            .labels(eigen, chosen.clusters(), run);
    return new Choice(
        chosen,
        candidates,
        Certainty.of(chosen, candidates),
        ResidualCurve.of(points, labels, config.mostDimension()),
        eigen.values());
  }

  /** The numbers after which the eigenvalues fall most, best first. */
  private static List<Candidate> candidates(
      Affinity graph, double[] spectrum, ChooseConfig config, Run run) {
    int[] clusters =
        IntStream.range(2, spectrum.length)
            .boxed()
            .sorted(Comparator.comparingDouble(k -> -Eigengap.gap(spectrum, k)))
            .limit(config.candidates())
            .mapToInt(k -> k)
            .toArray();
    double[] stability =
        new Stability(config.resamples(), config.share(), config.restarts())
            .of(graph, clusters, run);
    List<Candidate> candidates = new ArrayList<>();
    for (int k = 0; k < clusters.length; k++) {
      candidates.add(new Candidate(clusters[k], Eigengap.gap(spectrum, clusters[k]), stability[k]));
    }
    candidates.sort(Comparator.comparingDouble(Candidate::score).reversed());
    return candidates;
  }
}
