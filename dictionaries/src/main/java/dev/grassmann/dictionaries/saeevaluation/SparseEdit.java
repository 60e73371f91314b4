package dev.grassmann.dictionaries.saeevaluation;

import java.util.List;

/**
 * An edit of few latents, in the order in which they were chosen; the first k are the edit of k.
 *
 * @param start distance of source and target activation before any change
 */
public record SparseEdit(double start, List<Change> changes) {
  public SparseEdit {
    changes = List.copyOf(changes);
  }

  /**
   * One change.
   *
   * @param latent which
   * @param by what is added to its code
   * @param distance from the target activation after the change
   */
  public record Change(int latent, float by, double distance) {}

  /** The first k changes, fewer where the search stopped before. */
  public List<Change> first(int k) {
    return changes.subList(0, Math.min(k, changes.size()));
  }

  /**
   * Applies the first k changes to an activation, in place.
   *
   * @param directions F × d
   * @param a d numbers from {@code at}
   */
  void apply(int k, float[] directions, int d, float[] a, int at) {
    for (Change change : first(k)) {
      for (int c = 0; c < d; c++) {
        a[at + c] += change.by() * directions[change.latent() * d + c];
      }
    }
  }

  /**
   * Share of the source's reconstruction that the first k changes take away, by latents' {@link
   * EditWeights}: a latent that keeps a part of its code counts for the rest.
   *
   * @param weights of the source's latents
   * @param source codes, F
   */
  double removed(int k, double[] weights, float[] source) {
    double sum = 0;
    for (Change change : first(k)) {
      float code = source[change.latent()];
      double gone = code == 0 ? 0 : -change.by() / code;
      sum += weights[change.latent()] * Math.min(1, Math.max(0, gone));
    }
    return sum;
  }
}
