package dev.grassmann.clusters.molrg;

import dev.grassmann.core.subspace.Subspace;
import java.util.Arrays;
import java.util.List;

/**
 * The trained denoiser beside k-subspaces on the same points: what the theory says are one.
 *
 * @param daeObjective sum_i max_k ‖Û_kᵀ x_i‖² of the denoiser's bases
 * @param subspacesObjective the same of k-subspaces' bases, and what it makes large
 * @param energy sum_i ‖x_i‖²
 * @param match k-subspaces' cluster of each of the denoiser's
 * @param angles principal angles of each matched pair, in radians, ascending
 * @param error largest distance of the projectors of a pair, 0 to 1
 * @param labelAgreement share of points that both put into matched clusters
 */
public record Equivalence(
    double daeObjective,
    double subspacesObjective,
    double energy,
    int[] match,
    double[][] angles,
    double error,
    double labelAgreement) {

  static Equivalence of(Held dae, Held subspaces, double energy) {
    SubspaceError error = SubspaceError.of(dae.bases(), subspaces.bases());
    int k = dae.bases().size();
    double[][] angles = new double[k][];
    for (int c = 0; c < k; c++) {
      Subspace other = subspaces.bases().get(error.match()[c]);
      angles[c] = dae.bases().get(c).principalAngles(other).radians();
    }
    int same = 0;
    for (int i = 0; i < dae.labels().length; i++) {
      same += error.match()[dae.labels()[i]] == subspaces.labels()[i] ? 1 : 0;
    }
    return new Equivalence(
        dae.sum(),
        subspaces.sum(),
        energy,
        error.match(),
        angles,
        error.largest(),
        (double) same / dae.labels().length);
  }

  /** The denoiser's objective over that of k-subspaces. */
  double ratio() {
    return daeObjective / subspacesObjective;
  }

  /** Largest principal angle of any matched pair, in radians. */
  double largestAngle() {
    return Arrays.stream(angles).mapToDouble(a -> a[a.length - 1]).max().orElseThrow();
  }

  /**
   * Subspaces with the points that they hold most of.
   *
   * @param labels argmax_k ‖U_kᵀ x_i‖²
   * @param held max_k ‖U_kᵀ x_i‖²
   */
  record Held(List<Subspace> bases, int[] labels, double[] held) {
    double sum() {
      return Arrays.stream(held).sum();
    }

    static Held of(List<Subspace> bases, double[] rows, int n) {
      int points = rows.length / n;
      int[] labels = new int[points];
      double[] held = new double[points];
      Arrays.fill(held, -1);
      for (int c = 0; c < bases.size(); c++) {
        int d = bases.get(c).dimension();
        double[] inside =
            dev.grassmann.engine.linalg.Products.multiply(rows, bases.get(c).basis(), points, n, d);
        for (int i = 0; i < points; i++) {
          double sum = 0;
          for (int p = i * d; p < (i + 1) * d; p++) {
            sum += inside[p] * inside[p];
          }
          if (sum > held[i]) {
            held[i] = sum;
            labels[i] = c;
          }
        }
      }
      return new Held(bases, labels, held);
    }
  }
}
