package dev.grassmann.engine.linalg;

/**
 * How much a randomised decomposition spends on accuracy.
 *
 * @param oversampling directions beyond those asked for, at least 0
 * @param passes rounds of subspace iteration, at least 0; each reads the data once and squares the
 *     contrast of the spectrum twice
 */
public record Sketch(int oversampling, int passes) {
  /**
   * 10 more directions and 4 passes: the error is that of the exact decomposition for most data.
   */
  public static final Sketch DEFAULT = new Sketch(10, 4);

  public Sketch {
    if (oversampling < 0 || passes < 0) {
      throw new IllegalArgumentException("oversampling " + oversampling + ", passes " + passes);
    }
  }
}
