package dev.grassmann.compare.units;

import dev.grassmann.compare.measures.PairMoments;
import dev.grassmann.core.InputException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Correlations of the units of two networks, within and between them. Units that hardly vary have
 * none and are left out.
 *
 * @param n rows
 * @param unitsA numbers of A's living units, p of them, ascending
 * @param unitsB numbers of B's, q of them
 * @param deviationsA standard deviations of A's living units
 * @param deviationsB of B's
 * @param aa within A, p × p, row-major
 * @param ab between, p × q
 * @param bb within B, q × q
 */
record UnitCorrelations(
    long n,
    int[] unitsA,
    int[] unitsB,
    double[] deviationsA,
    double[] deviationsB,
    double[] aa,
    double[] ab,
    double[] bb) {
  /** A unit whose deviation is below this share of the median one is dead. */
  private static final double DEAD = 1e-6;

  /**
   * @throws InputException where all units of a network are constant
   */
  static UnitCorrelations of(PairMoments moments) {
    double[] devA = deviations(moments.scatterAa(), moments.p(), moments.n());
    double[] devB = deviations(moments.scatterBb(), moments.q(), moments.n());
    int[] unitsA = living(devA, "A");
    int[] unitsB = living(devB, "B");
    double[] keptA = pick(devA, unitsA);
    double[] keptB = pick(devB, unitsB);
    long n = moments.n();
    return new UnitCorrelations(
        n,
        unitsA,
        unitsB,
        keptA,
        keptB,
        scaled(moments.scatterAa(), moments.p(), unitsA, unitsA, keptA, keptA, n),
        scaled(moments.scatterAb(), moments.q(), unitsA, unitsB, keptA, keptB, n),
        scaled(moments.scatterBb(), moments.q(), unitsB, unitsB, keptB, keptB, n));
  }

  /** Other rows' second moments, in units of these deviations: what these weights are judged on. */
  double[] scaledAa(PairMoments other) {
    return scaled(
        other.scatterAa(), other.p(), unitsA, unitsA, deviationsA, deviationsA, other.n());
  }

  double[] scaledAb(PairMoments other) {
    return scaled(
        other.scatterAb(), other.q(), unitsA, unitsB, deviationsA, deviationsB, other.n());
  }

  /** Variances of B's living units in other rows, in units of these deviations. */
  double[] variancesB(PairMoments other) {
    double[] scatter = other.scatterBb();
    double[] variances = new double[q()];
    for (int j = 0; j < variances.length; j++) {
      double deviation = deviationsB[j];
      variances[j] =
          scatter[unitsB[j] * other.q() + unitsB[j]] / (other.n() * deviation * deviation);
    }
    return variances;
  }

  int p() {
    return unitsA.length;
  }

  int q() {
    return unitsB.length;
  }

  double[][] between() {
    double[][] rows = new double[p()][];
    Arrays.setAll(rows, i -> Arrays.copyOfRange(ab, i * q(), (i + 1) * q()));
    return rows;
  }

  /** Units among {@code all} that are not among the living. */
  static List<Integer> dead(int all, int[] living) {
    return IntStream.range(0, all)
        .filter(unit -> Arrays.binarySearch(living, unit) < 0)
        .boxed()
        .toList();
  }

  private static double[] deviations(double[] scatter, int d, long n) {
    double[] deviations = new double[d];
    for (int j = 0; j < d; j++) {
      deviations[j] = Math.sqrt(Math.max(0, scatter[j * d + j]) / n);
    }
    return deviations;
  }

  private static int[] living(double[] deviations, String name) {
    double[] positive = Arrays.stream(deviations).filter(x -> x > 0).sorted().toArray();
    if (positive.length == 0) {
      throw new InputException(
          "every unit of " + name + " is constant", "", "a constant unit is like nothing");
    }
    double least = DEAD * positive[positive.length / 2];
    return IntStream.range(0, deviations.length).filter(j -> deviations[j] > least).toArray();
  }

  private static double[] pick(double[] numbers, int[] places) {
    return Arrays.stream(places).mapToDouble(place -> numbers[place]).toArray();
  }

  private static double[] scaled(
      double[] scatter,
      int columns,
      int[] rows,
      int[] kept,
      double[] rowDeviations,
      double[] deviations,
      long n) {
    double[] out = new double[Math.multiplyExact(rows.length, kept.length)];
    for (int i = 0; i < rows.length; i++) {
      int from = rows[i] * columns;
      double scale = 1 / (n * rowDeviations[i]);
      for (int j = 0; j < kept.length; j++) {
        out[i * kept.length + j] = scatter[from + kept[j]] * scale / deviations[j];
      }
    }
    return out;
  }
}
