package dev.grassmann.core.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.InputException;
import dev.grassmann.core.Result;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.io.NpyFile;
import dev.grassmann.core.report.Report;
import dev.grassmann.core.run.RunFolder;
import dev.grassmann.core.subspace.Subspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Points in clusters, each cluster with the subspace that its points lie near.
 *
 * @param method what clustered them, e.g. {@code SSC-OMP}
 * @param labels cluster of each point, 0 to {@code clusters - 1}
 * @param clusters how many clusters there are
 * @param bases the subspace of each cluster, in the points' space; a cluster without points has the
 *     subspace of the first
 * @param residuals share of each point's length that lies outside its cluster's subspace, 0 to 1
 * @param spectrum largest eigenvalues of the normalised affinity, descending; empty where the
 *     method has no graph
 * @param components connected components of the graph, 0 where there is none
 */
public record Clustering(
    String method,
    int[] labels,
    int clusters,
    List<Subspace> bases,
    double[] residuals,
    double[] spectrum,
    int components)
    implements Result {

  public Clustering {
    labels = labels.clone();
    bases = List.copyOf(bases);
    residuals = residuals.clone();
    spectrum = spectrum.clone();
    if (bases.size() != clusters || residuals.length != labels.length) {
      throw new IllegalArgumentException(bases.size() + " bases for " + clusters + " clusters");
    }
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

  /** A copy of the spectrum. */
  @Override
  public double[] spectrum() {
    return spectrum.clone();
  }

  public int n() {
    return labels.length;
  }

  /** Points in each cluster. */
  public int[] sizes() {
    int[] sizes = new int[clusters];
    for (int label : labels) {
      sizes[label]++;
    }
    return sizes;
  }

  /** Mean residual of the points of each cluster, NaN for a cluster without points. */
  public double[] meanResiduals() {
    double[] sums = new double[clusters];
    int[] sizes = sizes();
    for (int i = 0; i < labels.length; i++) {
      sums[labels[i]] += residuals[i] / sizes[labels[i]];
    }
    for (int c = 0; c < clusters; c++) {
      sums[c] = sizes[c] == 0 ? Double.NaN : sums[c];
    }
    return sums;
  }

  /** Cluster of least residual for each of some points of the same space. */
  public int[] assign(Vectors points) {
    int[] nearest = new int[points.n()];
    float[] row = new float[points.d()];
    double[] x = new double[points.d()];
    for (int i = 0; i < nearest.length; i++) {
      points.copyRow(i, row);
      for (int j = 0; j < x.length; j++) {
        x[j] = row[j];
      }
      double least = Double.POSITIVE_INFINITY;
      for (int c = 0; c < clusters; c++) {
        double residual = bases.get(c).residual(x);
        if (residual < least) {
          least = residual;
          nearest[i] = c;
        }
      }
    }
    return nearest;
  }

  @Override
  public String headline() {
    double mean = 0;
    for (double residual : residuals) {
      mean += residual / residuals.length;
    }
    int low = bases.stream().mapToInt(Subspace::dimension).min().orElse(0);
    int high = bases.stream().mapToInt(Subspace::dimension).max().orElse(0);
    return String.format(
        Locale.ROOT,
        "%,d points lie near %,d subspaces of %s, with %.0f %% of their length outside on average.",
        labels.length,
        clusters,
        low == high ? "dimension " + low : "dimensions " + low + " to " + high,
        100 * mean);
  }

  @Override
  public String text() {
    StringBuilder text = new StringBuilder(headline());
    text.append("\n\n cluster  points  dimension  outside\n");
    int[] sizes = sizes();
    double[] outside = meanResiduals();
    for (int c = 0; c < Math.min(clusters, 30); c++) {
      text.append(
          String.format(
              Locale.ROOT,
              "%8d %7d %10d %7.0f%%%n",
              c,
              sizes[c],
              bases.get(c).dimension(),
              100 * outside[c]));
    }
    return text.toString();
  }

  @Override
  public JsonNode json() {
    ObjectNode node = Json.object().put("method", method).put("points", labels.length);
    node.put("clusters", clusters).put("components", components);
    node.set("sizes", Json.tree(sizes()));
    node.set("dimensions", Json.tree(bases.stream().map(Subspace::dimension).toList()));
    node.set("meanResiduals", Json.tree(meanResiduals()));
    node.set("spectrum", Json.tree(spectrum));
    node.set("labels", Json.tree(labels));
    return node;
  }

  /** Writes {@code clustering.json}, {@code labels.csv} and a {@code basis-N.npy} a cluster. */
  @Override
  public void save(RunFolder folder) {
    folder.writeJson("clustering.json", json());
    StringBuilder csv = new StringBuilder("point,cluster,residual\n");
    for (int i = 0; i < labels.length; i++) {
      csv.append(i).append(',').append(labels[i]).append(',').append(residuals[i]).append('\n');
    }
    folder.writeText("labels.csv", csv.toString());
    for (int c = 0; c < clusters; c++) {
      try {
        NpyFile.write(folder.file("basis-" + c + ".npy"), directions(bases.get(c)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The basis as vectors, one direction a row. */
  private static Vectors directions(Subspace subspace) {
    int d = subspace.ambientDimension();
    int k = subspace.dimension();
    double[] basis = subspace.basis();
    float[] rows = new float[k * d];
    for (int j = 0; j < d; j++) {
      for (int c = 0; c < k; c++) {
        rows[c * d + j] = (float) basis[j * k + c];
      }
    }
    return Vectors.of(rows, k, d);
  }

  /**
   * Reads back what {@link #save} wrote; residuals stay behind.
   *
   * @throws InputException where the folder holds no clustering
   */
  public static Clustering load(Path folder) {
    if (!Files.isRegularFile(folder.resolve("clustering.json"))) {
      throw InputException.file(
          folder, "holds no clustering", "give the folder that 'cluster fit' wrote with --out");
    }
    JsonNode json = Json.read(folder.resolve("clustering.json"));
    int clusters = json.path("clusters").asInt();
    List<Subspace> bases = new ArrayList<>();
    for (int c = 0; c < clusters; c++) {
      bases.add(Subspace.spannedBy(NpyFile.read(folder.resolve("basis-" + c + ".npy"))));
    }
    int[] labels = new int[json.path("labels").size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = json.path("labels").get(i).asInt();
    }
    double[] spectrum = new double[json.path("spectrum").size()];
    for (int i = 0; i < spectrum.length; i++) {
      spectrum[i] = json.path("spectrum").get(i).asDouble();
    }
    return new Clustering(
        json.path("method").asText(),
        labels,
        clusters,
        bases,
        new double[labels.length],
        spectrum,
        json.path("components").asInt());
  }

  @Override
  public void describe(Report report) {
    new ClusteringPictures(this).addTo(report);
  }
}
