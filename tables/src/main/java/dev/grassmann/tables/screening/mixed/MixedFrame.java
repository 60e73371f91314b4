package dev.grassmann.tables.screening.mixed;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The rows of a table as clusters, in units that make the parameters of a size: outcomes and fixed
 * effects standardised, random effects divided by their root mean square.
 *
 * @param fixed names of the fixed effects, the intercept first
 * @param random names of the random effects, the intercept first
 * @param clusterNames in order of appearance
 * @param clusters likewise
 * @param clusterOf cluster of each row
 * @param shiftY mean of the outcomes; {@code scaleY} their deviation
 * @param shift means of the fixed effects, 0 for the intercept; {@code scale} their deviations
 * @param scaleZ what random effects were divided by
 */
record MixedFrame(
    List<String> fixed,
    List<String> random,
    List<String> clusterNames,
    List<Cluster> clusters,
    int[] clusterOf,
    double shiftY,
    double scaleY,
    double[] shift,
    double[] scale,
    double[] scaleZ) {
  private static final int FEWEST_ROWS = 30;

  /**
   * @throws InputException for fewer than 30 rows, a target that is text, constant, missing or
   *     infinite, a fixed effect that is constant, one cluster only, or clusters of one row each
   */
  static MixedFrame of(Table table, MixedConfig config) {
    if (table.rows() < FEWEST_ROWS) {
      throw new InputException(
          String.format(Locale.ROOT, "has %,d rows", table.rows()),
          table.name(),
          "give at least " + FEWEST_ROWS + " rows");
    }
    double[] y = target(table, config);
    Column.Categorical ids = table.categorical(config.cluster());
    List<String> names = config.fixed().isEmpty() ? others(table, config) : config.fixed();
    Terms fixed = Terms.of(table, names, "--fixed");
    Terms random = Terms.of(table, config.random(), "--random");
    requireGroups(ids, random.names().size() + 1, table);

    int rows = table.rows();
    int p = fixed.names().size() + 1;
    int q = random.names().size() + 1;
    double[] shift = new double[p];
    double[] scale = new double[p];
    scale[0] = 1;
    for (int j = 1; j < p; j++) {
      shift[j] = mean(fixed.columns().get(j - 1));
      scale[j] = deviation(fixed.columns().get(j - 1), shift[j]);
      if (!(scale[j] > 1e-12 * Math.abs(shift[j]))) {
        throw new InputException(
            "fixed effect '" + fixed.names().get(j - 1) + "' has one value",
            table.name(),
            "leave it out of --fixed");
      }
    }
    double[] scaleZ = new double[q];
    scaleZ[0] = 1;
    for (int k = 1; k < q; k++) {
      scaleZ[k] = Math.max(Double.MIN_NORMAL, deviation(random.columns().get(k - 1), 0));
    }
    double shiftY = mean(y);
    double scaleY = deviation(y, shiftY);

    List<List<Integer>> members = new ArrayList<>();
    Map<Integer, Integer> seen = new LinkedHashMap<>();
    int[] clusterOf = new int[rows];
    for (int row = 0; row < rows; row++) {
      int index = seen.computeIfAbsent(ids.code(row), code -> seen.size());
      if (index == members.size()) {
        members.add(new ArrayList<>());
      }
      members.get(index).add(row);
      clusterOf[row] = index;
    }
    List<Cluster> clusters = new ArrayList<>();
    for (List<Integer> own : members) {
      double[] cy = new double[own.size()];
      double[] cx = new double[own.size() * p];
      double[] cz = new double[own.size() * q];
      for (int i = 0; i < cy.length; i++) {
        int row = own.get(i);
        cy[i] = (y[row] - shiftY) / scaleY;
        cx[i * p] = 1;
        cz[i * q] = 1;
        for (int j = 1; j < p; j++) {
          cx[i * p + j] = (fixed.columns().get(j - 1)[row] - shift[j]) / scale[j];
        }
        for (int k = 1; k < q; k++) {
          cz[i * q + k] = random.columns().get(k - 1)[row] / scaleZ[k];
        }
      }
      clusters.add(Cluster.of(cy, cx, cz));
    }
    return new MixedFrame(
        withIntercept(fixed.names()),
        withIntercept(random.names()),
        seen.keySet().stream().map(code -> ids.values().get(code)).toList(),
        clusters,
        clusterOf,
        shiftY,
        scaleY,
        shift,
        scale,
        scaleZ);
  }

  private static double[] target(Table table, MixedConfig config) {
    Column column = table.column(config.target());
    if (!(column instanceof Column.Numeric numeric)) {
      throw new InputException(
          "target '" + config.target() + "' holds text, not numbers",
          table.name(),
          "give a target of numbers");
    }
    double[] y = Terms.numbers(numeric, 1, table.name());
    double first = y[0];
    for (double number : y) {
      if (number != first) {
        return y;
      }
    }
    throw new InputException(
        "target '" + config.target() + "' has one value in all rows",
        table.name(),
        "give a target with at least two values");
  }

  private static List<String> others(Table table, MixedConfig config) {
    return table.columnNames().stream()
        .filter(name -> !name.equals(config.target()) && !name.equals(config.cluster()))
        .toList();
  }

  /** Random effects are told from errors by what rows of one cluster share. */
  private static void requireGroups(Column.Categorical ids, int q, Table table) {
    int[] size = new int[ids.values().size()];
    int largest = 0;
    int groups = 0;
    for (int row = 0; row < ids.rows(); row++) {
      groups += size[ids.code(row)] == 0 ? 1 : 0;
      largest = Math.max(largest, ++size[ids.code(row)]);
    }
    if (groups < 2) {
      throw new InputException(
          "column '" + ids.name() + "' has one cluster", table.name(), "give at least two");
    }
    if (largest == 1) {
      throw new InputException(
          "random effects not identifiable: every cluster of '" + ids.name() + "' has one row",
          table.name(),
          q > 1
              ? "give clusters of several rows, and no --random for less"
              : "give clusters of several rows");
    }
  }

  private static List<String> withIntercept(List<String> names) {
    List<String> all = new ArrayList<>(List.of("(intercept)"));
    all.addAll(names);
    return List.copyOf(all);
  }

  private static double mean(double[] x) {
    double sum = 0;
    for (double number : x) {
      sum += number;
    }
    return sum / x.length;
  }

  private static double deviation(double[] x, double mean) {
    double squares = 0;
    for (double number : x) {
      squares += (number - mean) * (number - mean);
    }
    return Math.sqrt(squares / x.length);
  }

  int rows() {
    return clusterOf.length;
  }

  /** Fixed effects in the units of the table. */
  double[] inUnits(double[] b) {
    double[] own = new double[fixed.size()];
    own[0] = shiftY + scaleY * b[0];
    for (int j = 1; j < own.length; j++) {
      own[j] = scaleY * b[j] / scale[j];
      own[0] -= own[j] * shift[j];
    }
    return own;
  }

  /** Their covariance in the units of the table, from that of the scaled ones, p by p. */
  double[] covarianceInUnits(double[] covariance) {
    int p = fixed.size();
    double[] map = new double[p * p];
    map[0] = scaleY;
    for (int j = 1; j < p; j++) {
      map[j * p + j] = scaleY / scale[j];
      map[j] = -scaleY * shift[j] / scale[j];
    }
    double[] left = SmallMatrix.times(map, covariance, p);
    return SmallMatrix.times(left, SmallMatrix.transposed(map, p), p);
  }
}
