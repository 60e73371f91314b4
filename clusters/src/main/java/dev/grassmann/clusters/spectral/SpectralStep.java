package dev.grassmann.clusters.spectral;

import dev.grassmann.clusters.Numbering;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.linalg.Eigengap;
import dev.grassmann.engine.linalg.EigenvectorRows;
import dev.grassmann.engine.linalg.SymmetricEigen;
import dev.grassmann.engine.linalg.SymmetricOperator;
import java.util.Arrays;
import java.util.Locale;

/**
 * Clusters a graph's points: the K leading eigenvectors of the normalised affinity as columns, rows
 * scaled to length 1 (Ng, Jordan, Weiss 2002), k-means on the rows.
 *
 * @param clusters K, or 0 for the one that {@link Eigengap} shows
 * @param restarts of k-means
 * @param iterations of k-means, at most, a restart
 */
public record SpectralStep(int clusters, int restarts, int iterations) {
  /** Eigenvalues looked at for a gap: clusters beyond this number have to be asked for. */
  public static final int LOOKED_AT = 64;

  /**
   * Points that a cluster has on average, at least, where their number is to be found: the spectrum
   * of a sparse graph falls most far down, where eigenvalues say nothing of clusters.
   */
  private static final int AVERAGE = 5;

  /** Eigenvalues beyond the K-th that are computed, roughly, to show what follows. */
  private static final int SHOWN_BEYOND = 8;

  /** Residual of the eigenvectors; and of those only the values of which are looked at. */
  private static final double TOLERANCE = 1e-8;

  private static final double VALUE_TOLERANCE = 1e-4;
  private static final int CYCLES = 500;

  /**
   * What the graph says.
   *
   * @param labels cluster of each point, 0 to clusters - 1, numbered by their first points
   * @param clusters how many there are
   * @param spectrum largest eigenvalues of the normalised affinity, descending
   * @param components connected components of the graph
   */
  public record Partition(int[] labels, int clusters, double[] spectrum, int components) {}

  /**
   * Clusters the points; warns of a graph with more components than clusters.
   *
   * @throws dev.grassmann.core.InputException where K is to be found and the spectrum has no gap
   */
  public Partition partition(Affinity graph, Run run) {
    int n = graph.n();
    int components = 1 + Arrays.stream(graph.components()).max().orElseThrow();
    run.step("eigenvectors", 0, 0);
    long seed = run.random("eigenvectors").nextLong();
    SymmetricOperator matrix = graph.normalised();
    double[] spectrum = {};
    int k = clusters;
    if (clusters == 0) { // many values for their gaps, then few vectors to more digits
      spectrum =
          SymmetricEigen.largest(matrix, lookedAt(n), VALUE_TOLERANCE, CYCLES, seed).values();
      k = Eigengap.clusters(spectrum);
    }
    int beyond = clusters == 0 ? 0 : Math.min(n - k, SHOWN_BEYOND);
    SymmetricEigen eigen = SymmetricEigen.largest(matrix, k, beyond, TOLERANCE, CYCLES, seed);
    spectrum = clusters == 0 ? spectrum : eigen.values();
    warn(components, k, eigen.residual(), run);
    int[] numbered = Numbering.byFirstPoint(labels(eigen, k, run), k, run);
    int filled = 1 + Arrays.stream(numbered).max().orElseThrow();
    return new Partition(numbered, filled, spectrum, components);
  }

  /**
   * Clusters by the first k of some eigenvectors: k-means on their rows of length 1.
   *
   * @param eigen k leading eigenpairs of the normalised affinity, or more
   * @return cluster of each point, 0 to k - 1
   */
  public int[] labels(SymmetricEigen eigen, int k, Run run) {
    return EigenvectorRows.clusters(eigen, k, restarts, iterations, run);
  }

  /** One eigenvalue more than clusters may be found, three at least. */
  private static int lookedAt(int n) {
    return Math.min(Math.min(n, LOOKED_AT), Math.max(3, n / AVERAGE + 1));
  }

  private static void warn(int components, int k, double residual, Run run) {
    if (components > k) {
      run.warn(
          String.format(
              Locale.ROOT,
              "the graph has %,d components for %,d clusters: which of them stay together is"
                  + " arbitrary; join them by more neighbours a point, or ask for more clusters",
              components,
              k));
    }
    if (residual > 1e-4) {
      run.warn(
          String.format(
              Locale.ROOT,
              "the eigenvectors are exact to %.1e only, so that clusters may be less clear than they"
                  + " are",
              residual));
    }
  }
}
