package dev.grassmann.compare.units;

import dev.grassmann.core.InputException;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.linalg.Eigengap;
import dev.grassmann.engine.linalg.EigenvectorRows;
import dev.grassmann.engine.linalg.SymmetricEigen;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The graph of all units of both networks, and its cut into clusters: eigenvectors of the k
 * smallest eigenvalues of L = I - D^(-1/2) W D^(-1/2), rows of length 1, k-means.
 */
final class JointGraph {
  /** More nodes make a dense matrix that is decomposed for hours. */
  private static final int MOST = 10_000;

  private static final int RESTARTS = 20;
  private static final int ITERATIONS = 300;

  private final double[] weights; // over all nodes, A's first
  private final int nodes;
  private final GraphOptions options;
  private final Run run;

  private JointGraph(double[] weights, int nodes, GraphOptions options, Run run) {
    this.weights = weights;
    this.nodes = nodes;
    this.options = options;
    this.run = run;
  }

  /**
   * @throws InputException for more nodes than a dense graph is made of
   */
  static JointGraph of(UnitCorrelations units, GraphOptions options, Run run) {
    int p = units.p();
    int q = units.q();
    int nodes = p + q;
    if (nodes > MOST) {
      throw new InputException(
          String.format(Locale.ROOT, "a graph of %,d units", nodes),
          "",
          String.format(Locale.ROOT, "leave out the step cluster, or give at most %,d", MOST));
    }
    double[] weights = new double[nodes * nodes];
    boolean within = options.graph() == Graph.FULL;
    for (int i = 0; i < nodes; i++) {
      for (int j = 0; j < nodes; j++) {
        boolean between = i < p != j < p;
        if (i == j || (!between && !within)) {
          continue;
        }
        double r =
            between
                ? units.ab()[i < p ? i * q + j - p : j * q + i - p]
                : i < p ? units.aa()[i * p + j] : units.bb()[(i - p) * q + j - p];
        double weight = options.positive() ? Math.max(0, r) : Math.abs(r);
        weights[i * nodes + j] = weight < options.threshold() ? 0 : weight;
      }
    }
    return new JointGraph(weights, nodes, options, run);
  }

  /**
   * A cut.
   *
   * @param labels cluster of each node, numbered by their first; -1 for a node without edges
   * @param spectrum leading eigenvalues of the normalised affinity, descending
   */
  record Cut(int[] labels, double[] spectrum) {}

  /**
   * Cuts the graph; nodes without edges belong to no cluster.
   *
   * @throws InputException where the number of clusters is to be found and the spectrum has no gap
   */
  Cut cut() {
    int[] linked = IntStream.range(0, nodes).filter(i -> degree(i) > 0).toArray();
    int[] labels = new int[nodes];
    Arrays.fill(labels, -1);
    if (linked.length == 0) {
      return new Cut(labels, new double[0]);
    }
    run.step("eigenvectors of the joint graph", 0, 0);
    int m = linked.length;
    SymmetricEigen eigen =
        SymmetricEigen.largest(normalised(linked), m, Math.min(m, Math.max(3, m / 2 + 1)));
    int[] own = new int[m];
    if (options.bisectTo() > 0) {
      bisect(linked, IntStream.range(0, m).toArray(), own, new int[] {0});
    } else if (m > 2) {
      int k = options.clusters() > 0 ? options.clusters() : Eigengap.clusters(eigen.values());
      own = EigenvectorRows.clusters(needed(eigen, linked, k), k, RESTARTS, ITERATIONS, run);
    }
    for (int i = 0; i < m; i++) {
      labels[linked[i]] = own[i];
    }
    return new Cut(numbered(labels), eigen.values());
  }

  private SymmetricEigen needed(SymmetricEigen eigen, int[] linked, int k) {
    if (k > linked.length) {
      throw new InputException(
          k + " clusters of " + linked.length + " units with edges",
          "--clusters",
          "give fewer clusters, or lower --edge");
    }
    return k <= eigen.k() ? eigen : SymmetricEigen.of(normalised(linked), linked.length);
  }

  private double degree(int i) {
    return Arrays.stream(weights, i * nodes, (i + 1) * nodes).sum();
  }

  private double[] normalised(int[] members) {
    int m = members.length;
    double[] part = new double[Math.multiplyExact(m, m)];
    double[] root = new double[m];
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < m; j++) {
        part[i * m + j] = weights[members[i] * nodes + members[j]];
        root[i] += part[i * m + j];
      }
      root[i] = root[i] > 0 ? 1 / Math.sqrt(root[i]) : 0;
    }
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < m; j++) {
        part[i * m + j] *= root[i] * root[j];
      }
    }
    return part;
  }

  /** Halves by the sign of the second eigenvector, over and over. */
  private void bisect(int[] linked, int[] members, int[] labels, int[] next) {
    int m = members.length;
    if (m >= Math.max(2, options.bisectTo())) {
      int[] nodesOf = Arrays.stream(members).map(i -> linked[i]).toArray();
      double[] vectors = SymmetricEigen.largest(normalised(nodesOf), m, 2).vectors();
      int[] left =
          IntStream.range(0, m).filter(i -> vectors[2 * i + 1] >= 0).map(i -> members[i]).toArray();
      int[] right =
          IntStream.range(0, m).filter(i -> vectors[2 * i + 1] < 0).map(i -> members[i]).toArray();
      if (left.length > 0 && right.length > 0) {
        bisect(linked, left, labels, next);
        bisect(linked, right, labels, next);
        return;
      }
    }
    for (int i : members) {
      labels[i] = next[0];
    }
    next[0]++;
  }

  private static int[] numbered(int[] labels) {
    int[] number = new int[labels.length + 1];
    Arrays.fill(number, -1);
    int next = 0;
    int[] out = labels.clone();
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] < 0) {
        continue;
      }
      if (number[labels[i]] < 0) {
        number[labels[i]] = next++;
      }
      out[i] = number[labels[i]];
    }
    return out;
  }
}
