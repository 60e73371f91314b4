package dev.grassmann.dictionaries.saeevaluation;

import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import dev.grassmann.engine.linalg.Gram;
import dev.grassmann.engine.linalg.SymmetricEigen;

/**
 * Edits an attribute by wiping the subspace that its vectors span, then adding the new value's
 * vector: a - P (a - c) + u(new), where c is 0 or the mean. Vectors are taken from their mean,
 * since constants may move between the attributes of a fit.
 */
public final class SubspaceEditor {
  /** What an activation has in the subspace once it is wiped. */
  public enum Ablation {
    /** Nothing. */
    ZERO,
    /** What the mean activation has there. */
    MEAN
  }

  private final SupervisedDictionary dictionary;
  private final int attribute;
  private final int rank;
  private final double[] basis; // d × rank, orthonormal columns

  /**
   * @param share directions are taken, the strongest first, until they hold this share of the
   *     vectors' squared norms, in (0, 1]; 1 for the whole span
   */
  public SubspaceEditor(SupervisedDictionary dictionary, int attribute, double share) {
    this.dictionary = dictionary;
    this.attribute = attribute;
    int d = dictionary.d();
    int values = dictionary.values(attribute).size();
    double[] all = new double[values * d];
    for (int v = 0; v < values; v++) {
      System.arraycopy(dictionary.centredCode(attribute, v), 0, all, v * d, d);
    }
    SymmetricEigen eigen;
    try (Scope scope = Scope.open()) {
      eigen = SymmetricEigen.of(Gram.of(Tensors.of(all, values, d)), d);
    }
    double total = 0;
    for (double value : eigen.values()) {
      total += Math.max(0, value);
    }
    double held = 0;
    int kept = 0;
    while (kept < d && eigen.values()[kept] > 1e-10 * eigen.values()[0] && held < share * total) {
      held += eigen.values()[kept++];
    }
    this.rank = kept;
    this.basis = eigen.vectors();
  }

  /** Dimension of the subspace. */
  public int rank() {
    return rank;
  }

  /**
   * Edits in place.
   *
   * @param a d numbers from {@code at}
   * @param to number of the new value
   */
  public void edit(float[] a, int at, int to, Ablation ablation) {
    int d = dictionary.d();
    double[] mean = dictionary.mean();
    double[] code = dictionary.centredCode(attribute, to);
    for (int r = 0; r < rank; r++) {
      double product = 0;
      for (int c = 0; c < d; c++) {
        product += basis[c * d + r] * (a[at + c] - (ablation == Ablation.MEAN ? mean[c] : 0));
      }
      for (int c = 0; c < d; c++) {
        a[at + c] -= (float) (product * basis[c * d + r]);
      }
    }
    for (int c = 0; c < d; c++) {
      a[at + c] += (float) code[c];
    }
  }
}
