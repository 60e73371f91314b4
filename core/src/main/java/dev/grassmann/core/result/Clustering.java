package dev.grassmann.core.result;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.core.InputException;
import dev.grassmann.core.Result;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.report.Report;
import dev.grassmann.core.run.RunFolder;
import dev.grassmann.core.subspace.Subspace;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Points in clusters, each cluster with the flat that its points lie near.
 *
 * @param method what clustered them, e.g. {@code SSC-OMP}
 * @param labels cluster of each point, 0 to {@code flats.size() - 1}
 * @param ids names of the points; empty where they have none
 * @param flats where the points of each cluster lie
 * @param residuals distance of each point to its cluster's flat
 * @param unitLength whether points were scaled to length 1 first, so that a residual is a share of
 *     a point's length; points assigned later are scaled likewise
 * @param graph what was cut; empty where the method has no graph
 */
public record Clustering(
    String method,
    int[] labels,
    List<String> ids,
    List<Flat> flats,
    double[] residuals,
    boolean unitLength,
    Optional<ClusterGraph> graph)
    implements Result {

  /**
   * @throws IllegalArgumentException where sizes do not fit each other
   */
  public Clustering {
    labels = labels.clone();
    ids = List.copyOf(ids);
    flats = List.copyOf(flats);
    residuals = residuals.clone();
    if (residuals.length != labels.length || (!ids.isEmpty() && ids.size() != labels.length)) {
      throw new IllegalArgumentException(residuals.length + " residuals, " + ids.size() + " ids");
    }
    for (int label : labels) {
      if (label < 0 || label >= flats.size()) {
        throw new IllegalArgumentException("cluster " + label + " of " + flats.size());
      }
    }
  }

  /** Reads back what {@link #save} wrote. */
  public static Clustering load(Path folder) {
    return ClusteringFiles.read(folder);
  }

  /** A copy of the labels. */
  @Override
  public int[] labels() {
    return labels.clone();
  }

  /** A copy of the residuals. */
  @Override
  public double[] residuals() {
    return residuals.clone();
  }

  /** Number of points. */
  public int n() {
    return labels.length;
  }

  /** Number of clusters. */
  public int clusters() {
    return flats.size();
  }

  /** Dimension of the space that the points lie in. */
  public int ambientDimension() {
    return flats.get(0).centre().length;
  }

  /** Directions of each cluster that has some, in the clusters' order. */
  public List<Subspace> bases() {
    return flats.stream().flatMap(flat -> flat.directions().stream()).toList();
  }

  /** Largest eigenvalues of the normalised affinity, descending; empty without a graph. */
  public double[] spectrum() {
    return graph.map(ClusterGraph::spectrum).orElse(new double[0]);
  }

  /** Connected components of the graph, 0 where there is none. */
  public int components() {
    return graph.map(ClusterGraph::components).orElse(0);
  }

  /** Points in each cluster. */
  public int[] sizes() {
    int[] sizes = new int[clusters()];
    for (int label : labels) {
      sizes[label]++;
    }
    return sizes;
  }

  /** Mean residual of the points of each cluster, NaN for a cluster without points. */
  public double[] meanResiduals() {
    double[] means = new double[clusters()];
    int[] sizes = sizes();
    for (int i = 0; i < labels.length; i++) {
      means[labels[i]] += residuals[i] / sizes[labels[i]];
    }
    for (int c = 0; c < means.length; c++) {
      means[c] = sizes[c] == 0 ? Double.NaN : means[c];
    }
    return means;
  }

  /**
   * Puts points of the same space each into the cluster whose flat is nearest; of equally near ones
   * into the first.
   *
   * @return a clustering of these points with the same flats, and no graph
   * @throws InputException where the points have another dimension, a number is not finite, or a
   *     point is zero and has to be scaled to length 1
   */
  public Clustering assign(Vectors points) {
    if (points.d() != ambientDimension()) {
      throw new InputException(
          String.format(
              Locale.ROOT,
              "the points have %,d numbers each, the clusters lie in a space of %,d",
              points.d(),
              ambientDimension()),
          "",
          "give points of the space that the clusters were found in");
    }
    List<FlatDistance> distances = flats.stream().map(FlatDistance::new).toList();
    int[] nearest = new int[points.n()];
    double[] least = new double[points.n()];
    IntStream.range(0, points.n())
        .parallel()
        .forEach(
            i -> {
              double[] x = row(points, i);
              double[] rest = new double[x.length];
              least[i] = Double.POSITIVE_INFINITY;
              for (int c = 0; c < distances.size(); c++) {
                double distance = distances.get(c).of(x, rest);
                if (distance < least[i]) {
                  least[i] = distance;
                  nearest[i] = c;
                }
              }
            });
    return new Clustering(
        method,
        nearest,
        points.ids().orElse(List.of()),
        flats,
        least,
        unitLength,
        Optional.empty());
  }

  private double[] row(Vectors points, int i) {
    float[] row = new float[points.d()];
    points.copyRow(i, row);
    double[] x = new double[row.length];
    double square = 0;
    for (int j = 0; j < x.length; j++) {
      x[j] = row[j];
      square += x[j] * x[j];
    }
    if (!Double.isFinite(square)) {
      throw new InputException(
          "row " + i + " holds a number that is not finite", "", "drop the row or fill the number");
    }
    if (unitLength && square == 0) {
      throw new InputException(
          "row " + i + " is zero and has no direction", "", "drop or offset it");
    }
    if (unitLength) {
      double length = Math.sqrt(square);
      Arrays.setAll(x, j -> x[j] / length);
    }
    return x;
  }

  @Override
  public String headline() {
    return ClusteringText.headline(this);
  }

  @Override
  public String text() {
    return ClusteringText.of(this);
  }

  @Override
  public JsonNode json() {
    return ClusteringFiles.json(this);
  }

  /**
   * Writes {@code clustering.json}, {@code labels.csv}, {@code centres.npy}, a {@code basis-N.npy}
   * for each cluster that has directions (one direction a row) and, where a graph keeps them,
   * {@code coefficients.csv}.
   */
  @Override
  public void save(RunFolder folder) {
    ClusteringFiles.write(this, folder);
  }

  @Override
  public void describe(Report report) {
    new ClusteringPictures(this).addTo(report);
  }
}
