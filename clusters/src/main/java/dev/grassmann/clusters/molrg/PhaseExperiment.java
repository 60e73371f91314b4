package dev.grassmann.clusters.molrg;

import dev.grassmann.clusters.Points;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.Workers;
import dev.grassmann.core.subspace.Subspace;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How often planted subspaces are found from so many points each.
 *
 * @param n dimension of the space
 * @param clusters subspaces, at right angles to each other
 * @param noise standard deviation in every coordinate
 * @param restarts of k-subspaces
 * @param seeds draws of subspaces and points
 * @param success error below which a draw counts as found
 */
public record PhaseExperiment(
    int n, int clusters, double noise, int restarts, int seeds, double success) {
  private static final int ITERATIONS = 100;

  /**
   * One cell of the table.
   *
   * @param d dimension of each subspace
   * @param points of each subspace, N_k
   * @param errors of the draws, in order, 0 to about 1
   * @param successes draws whose error is below the bound
   */
  public record Cell(int d, int points, double[] errors, int successes) {
    /** Share of the draws. */
    public double rate() {
      return (double) successes / errors.length;
    }

    /** Over the draws. */
    public double meanError() {
      return Arrays.stream(errors).average().orElseThrow();
    }

    double largestError() {
      return Arrays.stream(errors).max().orElseThrow();
    }
  }

  /** What finds subspaces in points. */
  @FunctionalInterface
  interface Finder {
    List<Subspace> find(Points points, int[] dimensions, SplittableRandom random, Run run);
  }

  /** K-subspaces, which is what the denoiser of this form comes to. */
  Finder subspaces() {
    return (points, dimensions, random, run) ->
        SubspaceSearch.of(points, dimensions, restarts, ITERATIONS, random, run).bases();
  }

  /** A denoiser trained from the end of k-subspaces. */
  Finder denoiser(DaeTraining training) {
    return (points, dimensions, random, run) -> {
      List<Subspace> begin = subspaces().find(points, dimensions, random, run);
      Run inner = run.but().folder(null).seed(random.nextLong()).build();
      Mixture found = training.train(points.toVectors(), List.of(begin), inner).mixture();
      return found.components().stream().map(Component::subspace).toList();
    };
  }

  /** Draws are independent of each other and of the number of threads. */
  Cell measure(int d, int points, Finder finder, Run run) {
    SplittableRandom random = run.random("phase " + d + " " + points);
    List<SplittableRandom> randoms =
        java.util.stream.Stream.generate(random::split).limit(seeds).toList();
    double[] errors =
        Workers.map(
                seeds,
                "d = " + d + ", " + points + " points each",
                run,
                () -> null,
                (seed, none) -> error(d, points, finder, randoms.get(seed), run))
            .stream()
            .mapToDouble(e -> e)
            .toArray();
    int successes = (int) Arrays.stream(errors).filter(e -> e < success).count();
    return new Cell(d, points, errors, successes);
  }

  private double error(int d, int points, Finder finder, SplittableRandom random, Run run) {
    List<Integer> dimensions = Collections.nCopies(clusters, d);
    List<Subspace> truth = new Planted(n, dimensions, true).draw(random);
    int[] which = new int[clusters * points];
    Arrays.setAll(which, i -> i / points);
    double[] rows = Mixture.isotropic(truth).drawFrom(which, noise, random).rows();
    Run silent = run.but().progress(dev.grassmann.core.run.Progress.silent()).build();
    List<Subspace> found =
        finder.find(
            Points.ofRows(rows, which.length, n),
            dimensions.stream().mapToInt(x -> x).toArray(),
            random,
            silent);
    return SubspaceError.of(found, truth).largest();
  }
}
