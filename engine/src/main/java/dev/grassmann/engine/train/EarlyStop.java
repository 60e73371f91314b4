package dev.grassmann.engine.train;

/**
 * Ends a training whose loss has come to rest: where |L_t - L_(t-1)| / |L_(t-1)| stays below a
 * bound for some passes in a row. L is the mean loss of a pass over the data.
 *
 * @param relative the bound, above 0
 * @param passes how many passes in a row, at least 1
 */
public record EarlyStop(double relative, int passes) {
  public EarlyStop {
    if (!(relative > 0) || passes < 1) {
      throw new IllegalArgumentException("relative " + relative + ", passes " + passes);
    }
  }
}
