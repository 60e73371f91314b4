package dev.grassmann.clusters.mlc;

import dev.grassmann.clusters.PrincipalDirections;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.Clustering;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which points lie along the main directions of each cluster: what each direction means.
 *
 * @param exemplars for each cluster and direction
 * @param height of the images that points are, 0 where they are none
 */
record Gallery(List<Exemplars> exemplars, int height, int width) {
  private static final int CLUSTERS = 30;
  private static final int DIRECTIONS = 3;
  private static final int SHOWN = 6;

  /**
   * The points of one cluster that lie furthest along one of its directions, on its larger side.
   *
   * @param rows which points
   * @param pixels their numbers where points are images, the first channel
   */
  record Exemplars(int cluster, int direction, int[] rows, List<float[]> pixels) {}

  static Gallery of(Vectors rows, Vectors z, Clustering clustering, ViewOptions views) {
    List<Exemplars> all = new ArrayList<>();
    int[] labels = clustering.labels();
    int pixels = views.height() * views.width();
    for (int c = 0; c < Math.min(CLUSTERS, clustering.clusters()); c++) {
      int cluster = c;
      int[] members = IntStream.range(0, z.n()).filter(i -> labels[i] == cluster).toArray();
      double[] own = new double[members.length * z.d()];
      float[] row = new float[z.d()];
      for (int i = 0; i < members.length; i++) {
        z.copyRow(members[i], row);
        for (int j = 0; j < row.length; j++) {
          own[i * row.length + j] = row[j];
        }
      }
      PrincipalDirections directions =
          PrincipalDirections.of(own, members.length, z.d(), DIRECTIONS);
      for (int k = 0; k < directions.k(); k++) {
        all.add(along(c, k, members, own, directions, rows, pixels));
      }
    }
    return new Gallery(all, views.height(), views.width());
  }

  private static Exemplars along(
      int cluster,
      int k,
      int[] members,
      double[] own,
      PrincipalDirections directions,
      Vectors rows,
      int pixels) {
    int d = directions.d();
    double[] along = new double[members.length];
    double side = 0;
    for (int i = 0; i < members.length; i++) {
      for (int j = 0; j < d; j++) {
        along[i] += own[i * d + j] * directions.basis()[j * directions.k() + k];
      }
      side += along[i] * Math.abs(along[i]);
    }
    double sign = side < 0 ? -1 : 1;
    int[] furthest =
        IntStream.range(0, members.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -sign * along[i]))
            .limit(SHOWN)
            .mapToInt(i -> members[i])
            .toArray();
    List<float[]> images = new ArrayList<>();
    for (int i = 0; i < furthest.length && pixels > 0; i++) {
      float[] row = new float[rows.d()];
      rows.copyRow(furthest[i], row);
      images.add(Arrays.copyOf(row, pixels));
    }
    return new Exemplars(cluster, k, furthest, images);
  }
}
