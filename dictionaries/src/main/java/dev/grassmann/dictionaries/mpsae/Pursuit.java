package dev.grassmann.dictionaries.mpsae;

import dev.grassmann.dictionaries.Directions;
import dev.grassmann.engine.RowRanges;
import dev.grassmann.engine.kernel.Kernel;
import java.util.Arrays;

/**
 * Matching pursuit of many rows (algorithm 1 of the paper): pick the atom whose signed correlation
 * with the residual is largest, subtract its contribution, repeat.
 *
 * <p>Two ways to the correlations after a pick: with the Gram matrix G = D Dᵀ they are updated by c
 * -= v G_j, p operations a row; without it they are computed anew from the residuals of all rows
 * that go on, p · d operations a row.
 */
final class Pursuit {
  private static final Kernel KERNEL = Kernel.best();
  private static final int ROWS = 4;

  /** Correlations held at a time: 1 Mi numbers, 4 MiB, which stay in cache until they are used. */
  private static final int BLOCK = 1 << 20;

  private final Atoms atoms;
  private final StopRule rule;

  Pursuit(Atoms atoms, StopRule rule) {
    this.atoms = atoms;
    this.rule = rule;
  }

  /**
   * Whether the Gram matrix is worth its p² d operations: the correlations of that many further
   * picks cost more.
   */
  static boolean gramPays(int p, long rows, int steps) {
    return rows * (steps - 1L) >= p;
  }

  /**
   * Pursues all rows.
   *
   * @param picks holds the rows as residuals, and takes what is picked of them
   * @param products the atoms' inner products
   * @param gram p × p; null to compute correlations anew
   */
  void run(Picks picks, Directions products, float[] gram) {
    int block = Math.max(1, Math.min(picks.rows(), BLOCK / atoms.p()));
    float[] correlations = new float[block * atoms.p()];
    for (int start = 0; start < picks.rows(); start += block) {
      int first = start;
      int count = Math.min(block, picks.rows() - first);
      products.of(picks.residual(), first * atoms.d(), count, correlations);
      if (gram == null) {
        anew(picks, first, count, products, correlations);
      } else {
        RowRanges.forEach(
            count,
            ROWS,
            (from, to) -> {
              for (int b = from; b < to; b++) {
                update(picks, first + b, gram, correlations, b * atoms.p());
              }
            });
      }
    }
  }

  /** One row to its end, its correlations kept up to date. */
  private void update(Picks picks, int b, float[] gram, float[] c, int at) {
    if (closeEnough(picks, b)) {
      return;
    }
    int p = atoms.p();
    int best = KERNEL.argmax(c, at, p);
    float v = c[at + best];
    while (!pick(picks, b, best, v)) {
      best = KERNEL.axpyArgmax(-v, gram, best * p, c, at, p);
      v = c[at + best];
    }
  }

  /** A block of rows to their ends, one pick of all of them at a time. */
  private void anew(Picks picks, int first, int count, Directions products, float[] c) {
    int d = atoms.d();
    boolean[] done = new boolean[count];
    int[] row = new int[count]; // which row of the block each line of correlations belongs to
    int active = 0;
    for (int b = 0; b < count; b++) {
      done[b] = closeEnough(picks, first + b);
      row[active] = b;
      active++;
    }
    float[] residuals = new float[count * d];
    while (active > 0) {
      int lines = active;
      RowRanges.forEach(
          lines,
          ROWS,
          (from, to) -> {
            for (int line = from; line < to; line++) {
              int b = row[line];
              int best = KERNEL.argmax(c, line * atoms.p(), atoms.p());
              done[b] = done[b] || pick(picks, first + b, best, c[line * atoms.p() + best]);
            }
          });
      active = 0;
      for (int line = 0; line < lines; line++) {
        if (!done[row[line]]) {
          System.arraycopy(picks.residual(), (first + row[line]) * d, residuals, active * d, d);
          row[active++] = row[line];
        }
      }
      if (active > 0) {
        products.of(residuals, 0, active, c);
      }
    }
  }

  private boolean closeEnough(Picks picks, int b) {
    return rule.adaptive()
        && atoms.squareNorm(picks.residual(), b * atoms.d()) < rule.tolerance() * rule.tolerance();
  }

  /** Picks an atom, unless nothing would come of it; whether the row is done. */
  private boolean pick(Picks picks, int b, int atom, float v) {
    if (rule.rectified() && v <= 0) {
      return true;
    }
    int from = b * rule.steps();
    int t = picks.count()[b]++;
    picks.atom()[from + t] = atom;
    picks.value()[from + t] = v;
    atoms.subtract(atom, v, picks.residual(), b * atoms.d());
    if (t + 1 == rule.steps()) {
      return true;
    }
    // the support did not change: the repeated atom's coefficient has been added all the same
    boolean stalled =
        rule.adaptive() && Arrays.stream(picks.atom(), from, from + t).anyMatch(a -> a == atom);
    return stalled || closeEnough(picks, b);
  }
}
