package dev.grassmann.dictionaries.train;

import dev.grassmann.engine.train.State;
import java.util.Arrays;

/** Which latents have not been active for a number of training rows. */
public final class DeadLatents {
  private static final String SILENT = "silent-for";

  private final long patience;
  private final long[] silentFor;

  /**
   * @param features number of latents, F
   * @param patience rows after which a silent latent counts as dead
   */
  public DeadLatents(int features, long patience) {
    this.patience = patience;
    this.silentFor = new long[features];
  }

  /**
   * Counts a batch.
   *
   * @param fired for each latent, how many of the rows it was active in
   */
  public void add(int rows, int[] fired) {
    for (int j = 0; j < silentFor.length; j++) {
      silentFor[j] = fired[j] > 0 ? 0 : silentFor[j] + rows;
    }
  }

  /** Counts a latent as active now, since it was given new weights. */
  public void revive(int latent) {
    silentFor[latent] = 0;
  }

  public boolean isDead(int latent) {
    return silentFor[latent] >= patience;
  }

  public int count() {
    return (int) Arrays.stream(silentFor).filter(rows -> rows >= patience).count();
  }

  /** A flag a latent; null where none is dead. */
  public boolean[] flags() {
    boolean[] dead = new boolean[silentFor.length];
    boolean any = false;
    for (int j = 0; j < dead.length; j++) {
      dead[j] = isDead(j);
      any |= dead[j];
    }
    return any ? dead : null;
  }

  /** Keeps the rows since each latent was last active. */
  public void save(State state) {
    state.put(SILENT, silentFor);
  }

  /** Goes on from what {@link #save} kept. */
  public void load(State state) {
    System.arraycopy(state.longs(SILENT), 0, silentFor, 0, silentFor.length);
  }
}
