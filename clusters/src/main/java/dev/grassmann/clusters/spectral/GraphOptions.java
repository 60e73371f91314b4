package dev.grassmann.clusters.spectral;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Option;
import dev.grassmann.core.data.SparseMatrix;

/** How sparse coefficients become a graph: options that several methods share. */
public record GraphOptions(
    @Option(help = "what a point's coefficients are divided by") Scaling scaling,
    @Option(help = "neighbours kept a point in the graph; 0 for all", min = 0, max = 100_000)
        int top,
    @Option(
            help =
                "join each point with so many whose coefficients point the way of its own;"
                    + " 0 for the graph of the coefficients themselves",
            min = 0,
            max = 100_000)
        int nearest) {

  /**
   * The graph of some coefficients.
   *
   * @param codes n × n: row i holds what point i is written with
   * @throws InputException where both {@code top} and {@code nearest} are given
   */
  public SparseAffinity graph(SparseMatrix codes) {
    if (nearest == 0) {
      return SparseAffinity.of(codes, scaling, top);
    }
    if (top > 0) {
      throw new InputException(
          "is " + top + ", and so many are kept of the graph that --nearest does not use",
          "--top",
          "give one of the two");
    }
    return SparseAffinity.of(NearestCodes.of(codes, nearest));
  }
}
