package dev.grassmann.clusters.lihfss;

import dev.grassmann.clusters.Points;
import dev.grassmann.clusters.PrincipalDirections;
import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.Clustering;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.linalg.Products;

/**
 * A method that is given the points' coordinates along their leading singular directions instead of
 * the points, as some reference figures were measured. Nothing is centred: that would move the
 * subspaces away from 0.
 *
 * @param components at most as many as points and dimensions
 */
record OfComponents<C extends Record>(Method<Vectors, C, Clustering> method, int components)
    implements Method<Vectors, C, Clustering> {
  @Override
  public MethodInfo info() {
    return method.info();
  }

  @Override
  public Class<Vectors> input() {
    return Vectors.class;
  }

  @Override
  public C defaults() {
    return method.defaults();
  }

  @Override
  public Clustering run(Vectors vectors, C config, Run run) {
    Points points = Points.of(vectors);
    int n = points.n();
    int d = points.d();
    PrincipalDirections directions = PrincipalDirections.of(points.rows(), n, d, components);
    double[] along = Products.multiply(points.rows(), directions.basis(), n, d, directions.k());
    float[] narrow = new float[along.length];
    for (int p = 0; p < narrow.length; p++) {
      narrow[p] = (float) along[p];
    }
    return method.run(Vectors.of(narrow, n, directions.k()), config, run);
  }
}
