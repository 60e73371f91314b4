package dev.grassmann.dictionaries.standard;

import dev.grassmann.dictionaries.ActiveCodes;
import dev.grassmann.engine.RowRanges;

/**
 * Makes pre-activations, some hundred rows at a time, and chooses from them while they are in
 * cache; no B × F matrix is kept.
 */
final class Chooser {
  private static final int ROWS = 4;
  private static final int COLUMNS = 64;

  /**
   * What is to be chosen from a batch.
   *
   * @param k latents a row
   * @param keep latents of the whole batch, for {@link Selection#BATCH}
   * @param wide whether 4 k latents a row are chosen as well
   * @param kAux dead latents a row
   * @param dead which latents are dead; null where none is, or they are left alone
   * @param quotas rows that each latent may have, for {@link Selection#BATCH}; null for any
   * @param norms F numbers that pre-activations are multiplied with while choosing; null for none
   */
  record Plan(
      Selection selection,
      int k,
      int keep,
      boolean wide,
      AuxK auxK,
      int kAux,
      boolean[] dead,
      int[] quotas,
      float[] norms) {
    /** The k largest of each row and nothing else. */
    static Plan largest(int k) {
      return new Plan(Selection.ROW, k, 0, false, AuxK.NONE, 0, null, null, null);
    }

    /** Whether nothing but the k largest of each row is wanted. */
    boolean plain() {
      return selection == Selection.ROW && !wide && dead == null && norms == null;
    }

    int wideK(int features) {
      return Math.min(4 * k, features);
    }
  }

  private final Weights weights;
  private final Plan plan;
  private final int features;

  Chooser(Weights weights, Plan plan) {
    this.weights = weights;
    this.plan = plan;
    this.features = weights.features();
  }

  /**
   * Chooses.
   *
   * @param x rows × d, the batch
   */
  Choice choose(float[] x, int rows) {
    if (plan.plain() && Screening.suits(weights, rows, plan.k())) {
      return new Choice(Screening.choose(weights, x, rows, plan.k()), null, null, null);
    }
    boolean together = plan.selection() == Selection.BATCH;
    ColumnSelection columns =
        plan.quotas() == null ? null : new ColumnSelection(rows, plan.quotas());
    BatchSelection batch =
        together && columns == null ? new BatchSelection(rows, plan.keep()) : null;
    RowSlots own = together ? null : new RowSlots(rows, plan.k());
    RowSlots wide = plan.wide() ? new RowSlots(rows, plan.wideK(features)) : null;
    RowSlots dead = plan.dead() == null ? null : new RowSlots(rows, plan.kAux());
    PreActivations.each(
        weights,
        x,
        rows,
        (first, count, a) -> {
          if (plan.norms() != null) {
            weigh(a, count);
          }
          if (columns != null) {
            offer(columns, first, count, a);
          }
          for (int b = 0; b < count && batch != null; b++) {
            batch.offer(first + b, a, b * features, features);
          }
          RowRanges.forEach(count, ROWS, (from, to) -> fill(first, from, to, a, own, wide, dead));
        });
    ActiveCodes codes = columns != null ? columns.codes() : together ? batch.codes() : own.codes();
    return new Choice(
        unweighed(codes),
        wide == null ? null : unweighed(wide.codes()),
        dead == null ? null : unweighed(dead.codes()),
        columns == null ? null : columns.least());
  }

  /** Each thread has latents of its own, whose columns it fills in the rows' order. */
  private void offer(ColumnSelection columns, int first, int count, float[] a) {
    RowRanges.forEach(
        features,
        COLUMNS,
        (lo, hi) -> {
          for (int b = 0; b < count; b++) {
            columns.offer(first + b, a, b * features, lo, hi);
          }
        });
  }

  /** One thread's rows. */
  private void fill(
      int start, int from, int to, float[] a, RowSlots own, RowSlots wide, RowSlots dead) {
    TopSelection top = new TopSelection(plan.k());
    TopSelection topWide = wide == null ? null : new TopSelection(plan.wideK(features));
    TopSelection topDead = dead == null ? null : new TopSelection(plan.kAux());
    for (int b = from; b < to; b++) {
      int at = b * features;
      if (plan.selection() == Selection.ROW) {
        own.fill(start + b, top, a, at, features, 0, null);
      } else if (plan.selection() == Selection.GROUP) {
        own.fillGroups(start + b, a, at, features);
      }
      if (wide != null) {
        wide.fill(start + b, topWide, a, at, features, 0, null);
      }
      if (dead != null) {
        dead.fill(start + b, topDead, a, at, features, plan.auxK().floor(), plan.dead());
      }
    }
  }

  private void weigh(float[] a, int count) {
    for (int b = 0; b < count; b++) {
      for (int i = 0; i < features; i++) {
        a[b * features + i] *= plan.norms()[i];
      }
    }
  }

  private ActiveCodes unweighed(ActiveCodes codes) {
    if (plan.norms() != null) {
      for (int e = 0; e < codes.entries(); e++) {
        float norm = plan.norms()[codes.latent()[e]];
        codes.value()[e] = norm == 0 ? 0 : codes.value()[e] / norm;
      }
    }
    return codes;
  }
}
