package dev.grassmann.dictionaries.saeevaluation;

import dev.grassmann.core.InputException;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds few latents whose change moves one activation nearest to another, one change at a time,
 * until none makes the distance smaller. The distance is that of the activations themselves, not of
 * reconstructions, which would hide what the dictionary misses. O(k c d) with c latents active in
 * either.
 */
public final class GreedyEditor {
  private final float[] directions;
  private final int d;
  private final Moves moves;

  /**
   * @param directions F × d, what a code of 1 adds to an activation; not copied
   */
  public GreedyEditor(float[] directions, int d, Moves moves) {
    this.directions = directions;
    this.d = d;
    this.moves = moves;
  }

  /** A change that may be made. */
  private record Candidate(int latent, float by, double square) {}

  /**
   * Chooses changes.
   *
   * @param source codes of the activation to edit, F
   * @param target codes of the other, F
   * @param from activation to edit, d numbers
   * @param to the other
   * @param k most changes, at least 1
   * @throws InputException where k is below 1
   */
  public SparseEdit edit(float[] source, float[] target, float[] from, float[] to, int k) {
    requireChanges(k);
    List<Candidate> candidates = candidates(source, target);
    double[] off = new double[d];
    double square = 0;
    for (int c = 0; c < d; c++) {
      off[c] = (double) from[c] - to[c];
      square += off[c] * off[c];
    }
    double start = Math.sqrt(square);
    List<SparseEdit.Change> changes = new ArrayList<>();
    while (changes.size() < k && !candidates.isEmpty()) {
      int best = -1;
      double gain = 0;
      for (int i = 0; i < candidates.size(); i++) {
        double change = change(candidates.get(i), off);
        if (change < gain) {
          gain = change;
          best = i;
        }
      }
      if (best < 0) {
        break;
      }
      Candidate chosen = candidates.remove(best);
      square = 0;
      for (int c = 0; c < d; c++) {
        off[c] += (double) chosen.by() * directions[chosen.latent() * d + c];
        square += off[c] * off[c];
      }
      changes.add(new SparseEdit.Change(chosen.latent(), chosen.by(), Math.sqrt(square)));
    }
    return new SparseEdit(start, changes);
  }

  static void requireChanges(int k) {
    if (k < 1) {
      throw new InputException("edits of " + k + " changes", "--k", "give numbers from 1 on");
    }
  }

  /** By how much the squared distance would change: 2 δ ⟨off, u⟩ + δ² ‖u‖². */
  private double change(Candidate candidate, double[] off) {
    double product = 0;
    for (int c = 0; c < d; c++) {
      product += off[c] * directions[candidate.latent() * d + c];
    }
    return 2 * candidate.by() * product + candidate.square();
  }

  private List<Candidate> candidates(float[] source, float[] target) {
    List<Candidate> all = new ArrayList<>();
    for (int j = 0; j < source.length; j++) {
      if (moves == Moves.EXCHANGE) {
        add(all, j, target[j] - source[j]);
      } else {
        add(all, j, -source[j]);
        add(all, j, target[j]);
      }
    }
    return all;
  }

  private void add(List<Candidate> all, int latent, float by) {
    if (by != 0) {
      double square = 0;
      for (int c = 0; c < d; c++) {
        double u = by * (double) directions[latent * d + c];
        square += u * u;
      }
      all.add(new Candidate(latent, by, square));
    }
  }
}
