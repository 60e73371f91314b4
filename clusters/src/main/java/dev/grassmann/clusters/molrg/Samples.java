package dev.grassmann.clusters.molrg;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.Result;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.report.Chart;
import dev.grassmann.core.report.Histogram;
import dev.grassmann.core.report.Points;
import dev.grassmann.core.report.Report;
import dev.grassmann.core.run.RunFolder;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Samples of a denoiser beside the points that it was trained on.
 *
 * @param rows samples, count × d, in the training points' units
 * @param training the points
 * @param memorisation nearest points
 * @param bound cosine from which on a sample is no new one
 * @param picture how points are shown
 */
public record Samples(
    double[] rows, Vectors training, Memorisation memorisation, double bound, PointPicture picture)
    implements Result {
  private static final int SHOWN = 16;

  /** Number of samples. */
  public int count() {
    return rows.length / training.d();
  }

  /** Share of samples that repeat a training point, 0 to 1. */
  public double repeated() {
    return memorisation.repeated();
  }

  /** Share of samples unlike all training points, 0 to 1. */
  public double generalisation() {
    return memorisation.generalisation(bound);
  }

  @Override
  public String headline() {
    return String.format(
        Locale.ROOT,
        "%.1f %% of %,d samples repeat one of the %,d training points; %.1f %% have a cosine below"
            + " %.2f with all of them",
        100 * repeated(),
        count(),
        training.n(),
        100 * generalisation(),
        bound);
  }

  @Override
  public String text() {
    StringBuilder text = new StringBuilder(" sample   nearest   distance ratio    cosine\n");
    for (int i = 0; i < Math.min(SHOWN, count()); i++) {
      text.append(
          String.format(
              Locale.ROOT,
              "%7d %9d %16.3f %9.3f%n",
              i,
              memorisation.nearest()[i],
              memorisation.ratio()[i],
              memorisation.similarity()[i]));
    }
    return text.toString();
  }

  @Override
  public JsonNode json() {
    ObjectNode node = Json.object().put("samples", count()).put("repeated", repeated());
    node.put("generalisation", generalisation()).put("bound", bound);
    node.set("nearest", Json.tree(memorisation.nearest()));
    node.set("distanceRatio", Json.tree(memorisation.ratio()));
    node.set("cosine", Json.tree(memorisation.similarity()));
    return node;
  }

  /** Writes {@code samples.npy} and {@code samples.csv}. */
  @Override
  public void save(RunFolder folder) {
    float[] narrow = new float[rows.length];
    for (int p = 0; p < narrow.length; p++) {
      narrow[p] = (float) rows[p];
    }
    folder.writeNpy("samples.npy", Vectors.of(narrow, count(), training.d()));
    StringBuilder csv = new StringBuilder("sample,nearest,distance_ratio,cosine\n");
    for (int i = 0; i < count(); i++) {
      csv.append(i).append(',').append(memorisation.nearest()[i]).append(',');
      csv.append(memorisation.ratio()[i]).append(',').append(memorisation.similarity()[i]);
      csv.append('\n');
    }
    folder.writeText("samples.csv", csv.toString());
  }

  @Override
  public void describe(Report report) {
    if (picture.possible()) {
      pictures(report);
    }
    List<Chart.Point> points = new ArrayList<>();
    for (int i = 0; i < count(); i++) {
      boolean same = memorisation.ratio()[i] < Memorisation.REPEATED;
      points.add(
          new Chart.Point(
              memorisation.ratio()[i],
              memorisation.similarity()[i],
              same ? "repeats a training point" : "does not",
              "sample " + i));
    }
    report
        .section("Are samples new?")
        .text(
            "A sample repeats a training point where it is three times nearer to it than to the"
                + " second nearest (left of 0.33). The cosine is the largest with any training"
                + " point, in the points' own space; copy detection would ask it of learnt"
                + " features.")
        .chart(new Points("Samples", "distance to nearest / second nearest", "cosine", points))
        .chart(Histogram.of("Cosines", "largest cosine", memorisation.similarity(), 40));
  }

  private void pictures(Report report) {
    List<String> captions = new ArrayList<>();
    List<BufferedImage> images = new ArrayList<>();
    int d = training.d();
    float[] row = new float[d];
    for (int i = 0; i < Math.min(SHOWN, count()); i++) {
      double[] sample = new double[d];
      System.arraycopy(rows, i * d, sample, 0, d);
      captions.add("sample " + i);
      images.add(picture.draw(sample));
      training.copyRow(memorisation.nearest()[i], row);
      double[] near = new double[d];
      java.util.Arrays.setAll(near, j -> row[j]);
      captions.add("point " + memorisation.nearest()[i]);
      images.add(picture.draw(near));
    }
    report
        .section("Samples")
        .pictures("Each sample, and after it its nearest training point", captions, images);
  }
}
