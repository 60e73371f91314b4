package dev.grassmann.clusters.molrg;

import dev.grassmann.clusters.Points;
import dev.grassmann.clusters.SubspaceRounds;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.subspace.Subspace;
import dev.grassmann.engine.linalg.Qr;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * K-subspaces as the theory wants it: every subspace has its whole dimension, also where its points
 * span less, which is what the denoiser's form forces on it too.
 *
 * @param bases found subspaces
 * @param labels of the points
 */
record SubspaceSearch(List<Subspace> bases, int[] labels) {
  /**
   * @param dimensions of the subspaces
   */
  static SubspaceSearch of(
      Points points,
      int[] dimensions,
      int restarts,
      int iterations,
      SplittableRandom random,
      Run run) {
    SubspaceRounds rounds = new SubspaceRounds(points, dimensions);
    SubspaceRounds.State best = rounds.best(restarts, iterations, random, run);
    double[][] bases = rounds.bases(best);
    List<Subspace> whole = new ArrayList<>();
    for (int c = 0; c < dimensions.length; c++) {
      whole.add(filled(bases[c], points.d(), dimensions[c], random));
    }
    return new SubspaceSearch(whole, best.labels());
  }

  /** The directions that points leave open are anybody's guess: these are drawn. */
  private static Subspace filled(double[] basis, int n, int d, SplittableRandom random) {
    int k = basis.length / n;
    double[] wide = new double[n * d];
    for (int j = 0; j < n; j++) {
      for (int a = 0; a < d; a++) {
        wide[j * d + a] = a < k ? basis[j * k + a] : random.nextGaussian();
      }
    }
    return Subspace.ofOrthonormal(Qr.of(wide, n, d).q(), n, d);
  }

  /** Points of each subspace. */
  int[] sizes() {
    int[] sizes = new int[bases.size()];
    Arrays.stream(labels).forEach(label -> sizes[label]++);
    return sizes;
  }
}
