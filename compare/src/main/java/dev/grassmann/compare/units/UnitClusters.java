package dev.grassmann.compare.units;

import dev.grassmann.compare.measures.Canonical;
import dev.grassmann.core.run.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Clusters of the joint graph.
 *
 * @param clusters by their first units
 * @param spectrum leading eigenvalues of the graph's normalised affinity, descending
 * @param loneA units of A that no edge reaches
 * @param loneB units of B that no edge reaches
 */
public record UnitClusters(
    List<Cluster> clusters, double[] spectrum, List<Integer> loneA, List<Integer> loneB) {
  public UnitClusters {
    clusters = List.copyOf(clusters);
    loneA = List.copyOf(loneA);
    loneB = List.copyOf(loneB);
  }

  /**
   * Units that go together.
   *
   * @param a units of A
   * @param b units of B
   * @param within mean |correlation| of pairs of one network; NaN where there is none
   * @param closest largest |correlation| between a unit of A and one of B; NaN where one is empty
   * @param cosines of the principal angles between the spans of both networks' units, descending;
   *     empty where one network has no unit here
   */
  public record Cluster(
      List<Integer> a, List<Integer> b, double within, double closest, double[] cosines) {

    /** Whether it is one unit of each. */
    public boolean isPair() {
      return a.size() == 1 && b.size() == 1;
    }

    /** Whether both networks have units here. */
    public boolean isShared() {
      return !a.isEmpty() && !b.isEmpty();
    }

    /** Mean cosine; NaN where one network has no unit here. */
    public double meanCosine() {
      return Arrays.stream(cosines).average().orElse(Double.NaN);
    }
  }

  static UnitClusters of(UnitCorrelations units, GraphOptions options, Run run) {
    JointGraph.Cut cut = JointGraph.of(units, options, run).cut();
    int p = units.p();
    int[] labels = cut.labels();
    int count = 1 + Arrays.stream(labels).max().orElse(-1);
    List<Cluster> clusters = new ArrayList<>();
    for (int c = 0; c < count; c++) {
      int cluster = c;
      int[] a = IntStream.range(0, p).filter(i -> labels[i] == cluster).toArray();
      int[] b =
          IntStream.range(p, labels.length)
              .filter(i -> labels[i] == cluster)
              .map(i -> i - p)
              .toArray();
      clusters.add(cluster(units, a, b));
    }
    int[] lone = IntStream.range(0, labels.length).filter(i -> labels[i] < 0).toArray();
    return new UnitClusters(
        clusters,
        cut.spectrum(),
        Arrays.stream(lone).filter(i -> i < p).mapToObj(i -> units.unitsA()[i]).toList(),
        Arrays.stream(lone).filter(i -> i >= p).mapToObj(i -> units.unitsB()[i - p]).toList());
  }

  private static Cluster cluster(UnitCorrelations units, int[] a, int[] b) {
    double[] aa = block(units.aa(), units.p(), a, a);
    double[] ab = block(units.ab(), units.q(), a, b);
    double[] bb = block(units.bb(), units.q(), b, b);
    boolean both = a.length > 0 && b.length > 0;
    double[] cosines =
        both ? Canonical.ofBlocks(aa, ab, bb, a.length, b.length).rho() : new double[0];
    return new Cluster(
        Arrays.stream(a).mapToObj(i -> units.unitsA()[i]).toList(),
        Arrays.stream(b).mapToObj(j -> units.unitsB()[j]).toList(),
        within(aa, a.length, bb, b.length),
        Arrays.stream(ab).map(Math::abs).max().orElse(Double.NaN),
        cosines);
  }

  private static double within(double[] aa, int p, double[] bb, int q) {
    double sum = 0;
    for (double r : aa) {
      sum += Math.abs(r);
    }
    for (double r : bb) {
      sum += Math.abs(r);
    }
    double pairs = (double) p * (p - 1) + (double) q * (q - 1);
    return pairs == 0 ? Double.NaN : (sum - p - q) / pairs; // without the ones on the diagonals
  }

  static double[] block(double[] matrix, int columns, int[] rows, int[] kept) {
    double[] block = new double[rows.length * kept.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < kept.length; j++) {
        block[i * kept.length + j] = matrix[rows[i] * columns + kept[j]];
      }
    }
    return block;
  }

  /** Units of A with one partner in B and no other company. */
  public int paired() {
    return (int) clusters.stream().filter(Cluster::isPair).count();
  }

  /** Units of A in clusters of several units that reach into B. */
  public int sharedA() {
    return clusters.stream()
        .filter(c -> c.isShared() && !c.isPair())
        .mapToInt(c -> c.a().size())
        .sum();
  }

  /** Units of A that share nothing. */
  public int privateA() {
    return loneA.size()
        + clusters.stream().filter(c -> c.b().isEmpty()).mapToInt(c -> c.a().size()).sum();
  }

  /** Units of B that share nothing. */
  public int privateB() {
    return loneB.size()
        + clusters.stream().filter(c -> c.a().isEmpty()).mapToInt(c -> c.b().size()).sum();
  }

  /** Mean cosine over the shared clusters of several units; NaN where there is none. */
  public double sharedCosine() {
    return clusters.stream()
        .filter(c -> c.isShared() && !c.isPair())
        .flatMapToDouble(c -> Arrays.stream(c.cosines()))
        .average()
        .orElse(Double.NaN);
  }

  /**
   * Mean cosine of the same clusters with other correlations, e.g. of shuffled rows; NaN where no
   * cluster is shared.
   */
  double cosineUnder(UnitCorrelations units) {
    double sum = 0;
    int count = 0;
    for (Cluster cluster : clusters) {
      int[] a = places(cluster.a(), units.unitsA());
      int[] b = places(cluster.b(), units.unitsB());
      if (a.length == 0 || b.length == 0) {
        continue;
      }
      for (double rho : cluster(units, a, b).cosines()) {
        sum += rho;
        count++;
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }

  private static int[] places(List<Integer> units, int[] living) {
    return units.stream()
        .mapToInt(unit -> Arrays.binarySearch(living, unit))
        .filter(place -> place >= 0)
        .toArray();
  }
}
