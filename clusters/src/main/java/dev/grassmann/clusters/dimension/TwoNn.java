package dev.grassmann.clusters.dimension;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.linalg.Metric;
import dev.grassmann.engine.linalg.NearestNeighbours;
import dev.grassmann.engine.linalg.Neighbours;
import java.util.Arrays;

/**
 * The TwoNN estimate of intrinsic dimension (Facco, d'Errico, Rodriguez, Laio 2017, Scientific
 * Reports 7): where density hardly changes over the first two neighbours, the ratio of their
 * distances mu = r2 / r1 has the distribution 1 - mu^(-dimension), whatever the density.
 *
 * @param dimension slope of -ln(1 - F) over ln mu through the origin, by least squares over the
 *     smallest 90 % of the ratios, as the authors do it
 * @param rows rows that were used: those whose nearest neighbour is not at the same place
 */
public record TwoNn(double dimension, int rows) {
  private static final double KEPT = 0.9;
  private static final int FEWEST = 20;

  /**
   * Estimates the dimension; costs the neighbours of all rows, n² d.
   *
   * @throws InputException where fewer than 20 rows have a nearest neighbour elsewhere
   */
  public static TwoNn of(Vectors vectors, Run run) {
    if (vectors.n() < FEWEST) {
      throw tooFew(vectors.n());
    }
    return of(NearestNeighbours.among(vectors, 2, Metric.EUCLIDEAN, run));
  }

  private static TwoNn of(Neighbours near) {
    double[] logs = new double[near.queries()];
    int count = 0;
    for (int i = 0; i < near.queries(); i++) {
      double first = near.measure()[i * near.k()];
      double second = near.measure()[i * near.k() + 1];
      if (first > 0) {
        logs[count++] = Math.log(second / first);
      }
    }
    if (count < FEWEST) {
      throw tooFew(count);
    }
    double[] sorted = Arrays.copyOf(logs, count);
    Arrays.sort(sorted);
    double xy = 0;
    double xx = 0;
    for (int i = 0; i < (int) (KEPT * count); i++) {
      double y = -Math.log(1 - (i + 1.0) / count);
      xy += sorted[i] * y;
      xx += sorted[i] * sorted[i];
    }
    return new TwoNn(xx > 0 ? xy / xx : 0, count);
  }

  private static InputException tooFew(int rows) {
    return new InputException(
        rows + " rows have a nearest neighbour that lies elsewhere",
        "",
        "the dimension needs at least " + FEWEST + " different rows");
  }
}
