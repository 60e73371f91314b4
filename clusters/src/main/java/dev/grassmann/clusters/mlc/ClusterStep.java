package dev.grassmann.clusters.mlc;

import dev.grassmann.clusters.ensc.Ensc;
import dev.grassmann.clusters.ensc.EnscConfig;
import dev.grassmann.clusters.lsr.Lsr;
import dev.grassmann.clusters.lsr.LsrConfig;
import dev.grassmann.clusters.metrics.LinearStructure;
import dev.grassmann.clusters.spectral.CodeRows;
import dev.grassmann.clusters.spectral.DenseAffinity;
import dev.grassmann.clusters.spectral.GraphSummary;
import dev.grassmann.clusters.spectral.SpectralStep;
import dev.grassmann.clusters.spectral.Top;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.SparseMatrix;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.ClusterGraph;
import dev.grassmann.core.result.Clustering;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** Cuts clusters, once features and what the cluster head says are there. */
final class ClusterStep {
  private static final double TOLERANCE = 1e-4;
  private static final int HALF_STEPS = 200;
  private static final int ITERATIONS = 1_000;

  private final MlcConfig config;
  private final Run run;

  ClusterStep(MlcConfig config, Run run) {
    this.config = config;
    this.run = run;
  }

  /**
   * What was cut.
   *
   * @param labels cluster of each point
   * @param graph what was cut; empty where clusters come from scores
   * @param lengths coding length by number of clusters, empty where that was given
   */
  record Cut(int[] labels, Optional<ClusterGraph> graph, Map<Integer, Double> lengths) {}

  /**
   * @param z features, n × d
   * @param said what the cluster head says of the same points
   */
  Cut cut(Vectors z, Vectors said) {
    if (config.memberships().membership() == Membership.POINT_CLUSTER) {
      return new Cut(strongest(said), Optional.empty(), Map.of());
    }
    return switch (config.labels().labelling()) {
      case MEMBERSHIP -> byMembership(z, said);
      case LSR -> of(new Lsr().run(z, lsr(config.labels()), run));
      case ENSC ->
          of(
              new Ensc()
                  .run(
                      z,
                      Options.with(EnscConfig.DEFAULTS, "clusters", config.labels().clusters()),
                      run));
    };
  }

  private static Cut of(Clustering clustering) {
    return new Cut(clustering.labels(), clustering.graph(), Map.of());
  }

  /** Least squares regression with its strongest coefficients. */
  static LsrConfig lsr(LabelOptions labels) {
    return Options.with(
        LsrConfig.DEFAULTS, Map.of("clusters", labels.clusters(), "top", labels.top()));
  }

  private static int[] strongest(Vectors scores) {
    int[] labels = new int[scores.n()];
    float[] row = new float[scores.d()];
    for (int i = 0; i < labels.length; i++) {
      scores.copyRow(i, row);
      for (int k = 1; k < row.length; k++) {
        labels[i] = row[k] > row[labels[i]] ? k : labels[i];
      }
    }
    return labels;
  }

  private Cut byMembership(Vectors z, Vectors said) {
    int n = said.n();
    try (DenseAffinity graph = graph(said)) {
      LabelOptions options = config.labels();
      Map<Integer, Double> lengths = new TreeMap<>();
      SpectralStep.Partition best = null;
      if (options.clusters() > 0) {
        best = partition(graph, options.clusters());
      } else {
        double least = Double.POSITIVE_INFINITY;
        int most = Math.min(options.mostClusters(), n - 1);
        for (int k = 2; k <= most; k++) {
          run.step("number of clusters", k - 2L, most - 1L);
          SpectralStep.Partition partition = partition(graph, k);
          double length =
              LinearStructure.of(z, partition.labels(), k, config.descent().eps2()).codingLength();
          lengths.put(k, length);
          if (length < least) {
            least = length;
            best = partition;
          }
        }
      }
      Optional<SparseMatrix> codes =
          options.keep() > 0 ? Optional.of(strongest(graph, options.keep())) : Optional.empty();
      return new Cut(best.labels(), Optional.of(GraphSummary.of(graph, best, codes, run)), lengths);
    }
  }

  private SpectralStep.Partition partition(DenseAffinity graph, int clusters) {
    return new SpectralStep(clusters, config.labels().restarts(), ITERATIONS).partition(graph, run);
  }

  /** (Γ + Γᵀ) / 2 over all points, at the final entropy. */
  DenseAffinity graph(Vectors said) {
    run.step("memberships", 0, 0);
    try (Scope scope = Scope.open()) {
      MembershipMap map = new MembershipMap(config.memberships());
      Tensor a = map.cosines(Tensors.of(said));
      Tensor gamma =
          Sinkhorn.converged(a, config.memberships().finalEta(), TOLERANCE, HALF_STEPS)
              .to(ScalarType.Double);
      return DenseAffinity.of(scope.keep(gamma.add(gamma.t()).mul_(new Scalar(0.5))));
    }
  }

  private static SparseMatrix strongest(DenseAffinity graph, int most) {
    int n = graph.n();
    CodeRows rows = new CodeRows(n);
    Top top = new Top(Math.min(most, n));
    int[] place = new int[n];
    double[] value = new double[n];
    for (int i = 0; i < n; i++) {
      double[] row = graph.row(i);
      top.clear();
      for (int j = 0; j < n; j++) {
        top.offer(j, row[j]);
      }
      rows.put(i, place, value, top.copyTo(place, value, 0));
    }
    return rows.toMatrix();
  }
}
