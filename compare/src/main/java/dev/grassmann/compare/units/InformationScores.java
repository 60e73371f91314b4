package dev.grassmann.compare.units;

import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.Workers;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Mutual information of every unit of A with every unit of B, or with those likely to matter. */
record InformationScores(BinnedUnits a, BinnedUnits b, double[][] correlations, int partners) {

  /**
   * p × q, in nats; 0 for pairs that are not looked at.
   *
   * @param order row of B that each row of A is paired with; null for the same
   */
  double[][] nats(int[] order, Run run) {
    List<double[]> rows =
        Workers.map(
            a.units(),
            "mutual information",
            run,
            () -> new int[BinnedUnits.BINS * BinnedUnits.BINS],
            (unit, cells) -> row(unit, order, cells));
    return rows.toArray(double[][]::new);
  }

  private double[] row(int unit, int[] order, int[] cells) {
    double[] row = new double[b.units()];
    for (int other : lookedAt(unit)) {
      row[other] = a.nats(unit, b, other, order, cells);
    }
    return row;
  }

  private int[] lookedAt(int unit) {
    int q = b.units();
    if (partners == 0 || partners >= q) {
      return IntStream.range(0, q).toArray();
    }
    double[] by = correlations[unit];
    int[] order =
        IntStream.range(0, q)
            .boxed()
            .sorted((x, y) -> Double.compare(Math.abs(by[y]), Math.abs(by[x])))
            .mapToInt(Integer::intValue)
            .toArray();
    return Arrays.copyOf(order, partners);
  }
}
