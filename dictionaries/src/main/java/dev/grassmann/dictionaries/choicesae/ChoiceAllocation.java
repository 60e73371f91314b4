package dev.grassmann.dictionaries.choicesae;

import dev.grassmann.core.data.Vectors;
import dev.grassmann.dictionaries.ActiveCodes;
import dev.grassmann.dictionaries.standard.Allocation;
import dev.grassmann.engine.train.State;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.IntStream;

/** Mutual Choice up to a step and, where asked for, Feature Choice from then on. */
final class ChoiceAllocation implements Allocation {
  /** Share of a dictionary's densities that a step renews, 1 - this is kept. */
  static final String DENSITY = "density";

  static final String QUOTA = "quota";
  private static final int REFIT = 50;
  private static final int RERANK = 100;

  private final ChoiceOptions options;
  private final int features;
  private final long switchAt;
  private double[] density; // running average of the share of rows in which a latent is active
  private int[] rank; // of each latent, from 0
  private ZipfFit law = ZipfFit.fallback();
  private double[] threshold;
  private int[] quotas;
  private int batch; // rows that the quotas are of

  /**
   * @param switchAt first step of Feature Choice; beyond the last for Mutual Choice alone
   */
  ChoiceAllocation(ChoiceOptions options, int features, long switchAt) {
    this.options = options;
    this.features = features;
    this.switchAt = switchAt;
    this.density = new double[features];
    this.rank = IntStream.range(0, features).toArray();
    this.threshold = new double[features];
    Arrays.fill(threshold, Double.NaN);
  }

  @Override
  public String about() {
    return ", " + options + " from step " + switchAt;
  }

  @Override
  public int[] quotas(int budget, int rows, long step) {
    if (step < switchAt) {
      return null;
    }
    if (quotas == null || step % RERANK == 0) {
      rank = ranks(density);
      int[] byRank =
          switch (options.quota()) {
            case UNIFORM -> Quotas.uniform(budget, features, rows);
            case ZIPF -> Quotas.byRank(budget, ZipfFit.of(density), features, rows);
            case FIXED -> Quotas.byRank(budget, ZipfFit.fallback(), features, rows);
          };
      quotas = new int[features];
      batch = rows;
      for (int j = 0; j < features; j++) {
        quotas[j] = byRank[rank[j]];
      }
    }
    return quotas;
  }

  /** Rank of each latent by falling density; of equal ones the earlier first. */
  static int[] ranks(double[] density) {
    int[] order =
        IntStream.range(0, density.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer j) -> -density[j]).thenComparingInt(j -> j))
            .mapToInt(j -> j)
            .toArray();
    int[] ranks = new int[order.length];
    for (int r = 0; r < order.length; r++) {
      ranks[order[r]] = r;
    }
    return ranks;
  }

  @Override
  public boolean[] revived(boolean[] dead, long step) {
    if (options.aux() == AuxLoss.NONE) {
      return null;
    }
    if (options.aux() == AuxLoss.AUXK || step == 0) {
      return dead;
    }
    if (step % REFIT == 0) {
      law = ZipfFit.of(density);
    }
    return underused(density, law, options.auxTau(), dead);
  }

  /**
   * Latents whose density is below tau times what the law says of their rank, and the dead.
   *
   * @param dead null where none is
   * @return null where there are none
   */
  static boolean[] underused(double[] density, ZipfFit law, double tau, boolean[] dead) {
    int[] ranks = ranks(density);
    boolean[] under = new boolean[density.length];
    boolean any = false;
    for (int j = 0; j < under.length; j++) {
      under[j] = density[j] < tau * law.at(ranks[j] + 1) || (dead != null && dead[j]);
      any |= under[j];
    }
    return any ? under : null;
  }

  @Override
  public double weight(boolean[] revived, int kAux) {
    if (options.aux() != AuxLoss.ZIPF) {
      return 1;
    }
    int count = 0;
    for (boolean r : revived) {
      count += r ? 1 : 0;
    }
    return Math.min((double) count / kAux, 1);
  }

  @Override
  public void chosen(ActiveCodes codes, int[] fired, float[] least, int rows, long step) {
    for (int j = 0; j < features; j++) {
      double share = fired[j] / (double) rows;
      density[j] += step == 0 ? share : options.densityRate() * (share - density[j]);
      if (least != null && !Float.isNaN(least[j])) {
        double keep = options.thresholdDecay();
        threshold[j] =
            Double.isNaN(threshold[j]) ? least[j] : keep * threshold[j] + (1 - keep) * least[j];
      }
    }
  }

  @Override
  public float[] thresholds(float common) {
    if (quotas == null) {
      return null;
    }
    float[] each = new float[features];
    for (int j = 0; j < features; j++) {
      each[j] = Double.isNaN(threshold[j]) ? common : (float) Math.max(0, threshold[j]);
    }
    return each;
  }

  @Override
  public Map<String, Vectors> kept() {
    float[] densities = new float[features];
    for (int j = 0; j < features; j++) {
      densities[j] = (float) density[j];
    }
    if (quotas == null) {
      return Map.of(DENSITY, Vectors.of(densities, 1, features));
    }
    float[] shares = new float[features];
    for (int j = 0; j < features; j++) {
      shares[j] = quotas[j] / (float) batch;
    }
    return Map.of(
        DENSITY, Vectors.of(densities, 1, features), QUOTA, Vectors.of(shares, 1, features));
  }

  @Override
  public void save(State state) {
    state.put(DENSITY, density);
    state.put("threshold", threshold);
    state.put("law", new double[] {law.scale(), law.exponent(), law.offset()});
    state.put("batch", new long[] {batch});
    state.put(QUOTA, Arrays.stream(quotas == null ? new int[1] : quotas).asLongStream().toArray());
  }

  @Override
  public void load(State state) {
    density = state.doubles(DENSITY);
    threshold = state.doubles("threshold");
    double[] saved = state.doubles("law");
    law = new ZipfFit(saved[0], saved[1], saved[2]);
    batch = (int) state.longs("batch")[0];
    int[] shares = Arrays.stream(state.longs(QUOTA)).mapToInt(Math::toIntExact).toArray();
    quotas = shares[0] == 0 ? null : shares;
  }
}
