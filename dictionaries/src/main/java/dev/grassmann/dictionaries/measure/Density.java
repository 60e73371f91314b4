package dev.grassmann.dictionaries.measure;

import dev.grassmann.core.result.SparseCodes;

/**
 * How often each latent is active.
 *
 * @param rows number of rows looked at
 * @param active for each latent, the rows in which its code is not 0
 */
public record Density(int rows, int[] active) {
  public Density {
    active = active.clone();
  }

  public static Density of(SparseCodes codes) {
    int[] active = new int[codes.features()];
    for (int e = 0; e < codes.entries(); e++) {
      active[codes.latent(e)]++;
    }
    return new Density(codes.n(), active);
  }

  /** A copy. */
  @Override
  public int[] active() {
    return active.clone();
  }

  /** Rows in which a latent is active. */
  public int rows(int latent) {
    return active[latent];
  }

  /** Share of the rows in which a latent is active, 0 to 1. */
  public double of(int latent) {
    return (double) active[latent] / rows;
  }

  /** Number of latents that are active in no row. */
  public int silent() {
    int count = 0;
    for (int a : active) {
      count += a == 0 ? 1 : 0;
    }
    return count;
  }

  /** Share of the latents that are active in no row, 0 to 1. */
  public double silentShare() {
    return (double) silent() / active.length;
  }
}
