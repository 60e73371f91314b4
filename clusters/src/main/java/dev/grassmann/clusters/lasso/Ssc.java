package dev.grassmann.clusters.lasso;

import dev.grassmann.clusters.Limits;
import dev.grassmann.clusters.Points;
import dev.grassmann.clusters.spectral.GraphCut;
import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.SparseMatrix;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.Clustering;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.LibTorch;
import java.util.Optional;

/** Sparse subspace clustering. */
public final class Ssc implements Method<Vectors, SscConfig, Clustering> {
  @Override
  public MethodInfo info() {
    return new MethodInfo(
        10,
        "ssc",
        "cluster fit",
        "SSC",
        "Elhamifar, Vidal 2013 (TPAMI); arXiv 1203.1005",
        "writes each point by few others by the LASSO, outliers and affine subspaces allowed for",
        false);
  }

  @Override
  public Class<Vectors> input() {
    return Vectors.class;
  }

  @Override
  public SscConfig defaults() {
    return SscConfig.DEFAULTS;
  }

  @Override
  public Clustering run(Vectors vectors, SscConfig config, Run run) {
    Options.check(config);
    LibTorch.start(run);
    Points points = Points.unit(vectors, run);
    Limits.clusters(points.n(), config.clusters());
    Limits.dimension(points, config.clusters(), config.dimension());
    double atoms = points.n() + (config.outliers() > 0 ? points.d() : 0);
    Limits.memory(
        points.n(),
        8e-9 * atoms * (6.0 * points.n() + atoms), // C, U, Z, what is fixed, and two between
        config.memory(),
        info().id(),
        "use --method ensc, which solves the same problem point by point, or ssc-omp");
    SparseMatrix codes = SparseCodes.of(config).of(points, run);
    return new GraphCut(info().title(), config.clusters(), config.restarts(), config.dimension())
        .of(config.graph().graph(codes), Optional.of(codes), points, vectors, run);
  }
}
