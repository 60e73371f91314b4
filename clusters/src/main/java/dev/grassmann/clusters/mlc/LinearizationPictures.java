package dev.grassmann.clusters.mlc;

import dev.grassmann.clusters.PrincipalDirections;
import dev.grassmann.clusters.metrics.LinearStructure;
import dev.grassmann.core.report.Bars;
import dev.grassmann.core.report.Chart;
import dev.grassmann.core.report.HeatMap;
import dev.grassmann.core.report.Lines;
import dev.grassmann.core.report.Points;
import dev.grassmann.core.report.Report;
import dev.grassmann.engine.train.TrainingLog;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** What a linearization adds to a report. */
record LinearizationPictures(Linearization result) {
  private static final int CLOUD = 1_500;
  private static final int SIDE = 4; // of a number's square, in pixels

  void addTo(Report report) {
    cosines(report);
    curves(report);
    ranks(report);
    lengths(report);
    panel(report);
    gallery(report);
    result.clustering().describe(report);
  }

  private void cosines(Report report) {
    report
        .section("Clusters as subspaces")
        .text(
            "Mean |cosine| between points of two clusters: orthogonal subspaces leave the diagonal"
                + " alone.")
        .chart(map("Before memberships were learnt", result.before()))
        .chart(map("After", result.after()));
  }

  private static HeatMap map(String title, LinearStructure structure) {
    List<String> names =
        IntStream.range(0, structure.cosines().length).mapToObj(Integer::toString).toList();
    return new HeatMap(title, names, names, structure.cosines(), "mean |cosine|");
  }

  private void curves(Report report) {
    report.section("How it was learnt");
    if (!result.pretraining().lines().isEmpty()) {
      report.chart(
          new Lines(
              "Pre-training: rate of the features",
              "step",
              "R in nats",
              points(result.pretraining(), "R", "R")));
    }
    if (!result.linearizing().lines().isEmpty()) {
      List<Chart.Point> points = new ArrayList<>(points(result.linearizing(), "R", "R"));
      points.addAll(points(result.linearizing(), "Rc", "R_c"));
      report
          .chart(
              new Lines("Rates of all points and of each one's companions", "step", "nats", points))
          .chart(
              new Lines(
                  "Companions of a point in its batch",
                  "step",
                  "exp of a membership's entropy",
                  points(result.linearizing(), "companions", "")));
    }
  }

  private static List<Chart.Point> points(TrainingLog log, String figure, String series) {
    double[] values = log.figure(figure);
    List<Chart.Point> points = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      points.add(new Chart.Point(log.lines().get(i).step(), values[i], series));
    }
    return points;
  }

  private void ranks(Report report) {
    List<Chart.Bar> bars = new ArrayList<>();
    for (int c = 0; c < result.after().classRanks().length; c++) {
      bars.add(new Chart.Bar(Integer.toString(c), result.before().classRanks()[c], "before"));
      bars.add(new Chart.Bar(Integer.toString(c), result.after().classRanks()[c], "after"));
    }
    report
        .section("Dimensions of the clusters")
        .chart(new Bars("Directions that hold 95 % of each cluster", "directions", bars));
  }

  private void lengths(Report report) {
    if (result.lengths().isEmpty()) {
      return;
    }
    List<Chart.Point> points = new ArrayList<>();
    for (Map.Entry<Integer, Double> entry : new TreeMap<>(result.lengths()).entrySet()) {
      points.add(new Chart.Point(entry.getKey(), entry.getValue(), ""));
    }
    report
        .section("How many clusters")
        .text("The number of clusters that says all features in the fewest nats was taken.")
        .chart(new Lines("Coding length", "clusters", "nats", points));
  }

  /** All features on the two directions in which they are longest. */
  private void panel(Report report) {
    int n = result.features().n();
    int d = result.features().d();
    int step = Math.max(1, n / CLOUD);
    int m = (n + step - 1) / step;
    double[] rows = new double[m * d];
    float[] row = new float[d];
    for (int i = 0; i < m; i++) {
      result.features().copyRow(i * step, row);
      for (int j = 0; j < d; j++) {
        rows[i * d + j] = row[j];
      }
    }
    PrincipalDirections main = PrincipalDirections.of(rows, m, d, 2);
    if (main.k() < 2) {
      return;
    }
    int[] labels = result.clustering().labels();
    List<Chart.Point> points = new ArrayList<>();
    for (int i = 0; i < m; i++) {
      double x = 0;
      double y = 0;
      for (int j = 0; j < d; j++) {
        x += rows[i * d + j] * main.basis()[2 * j];
        y += rows[i * d + j] * main.basis()[2 * j + 1];
      }
      int at = i * step;
      points.add(new Chart.Point(x, y, "cluster " + labels[at], "point " + at));
    }
    report
        .section("The features")
        .chart(new Points("Two main directions", "first", "second", points));
  }

  private void gallery(Report report) {
    Gallery gallery = result.gallery();
    List<List<String>> lines = new ArrayList<>();
    List<String> captions = new ArrayList<>();
    List<BufferedImage> images = new ArrayList<>();
    for (Gallery.Exemplars e : gallery.exemplars()) {
      lines.add(
          List.of(
              Integer.toString(e.cluster()),
              Integer.toString(e.direction()),
              String.join(", ", IntStream.of(e.rows()).mapToObj(Integer::toString).toList())));
      for (int i = 0; i < e.pixels().size(); i++) {
        captions.add(
            String.format(Locale.ROOT, "%d.%d: %d", e.cluster(), e.direction(), e.rows()[i]));
        images.add(grey(e.pixels().get(i), gallery.height(), gallery.width()));
      }
    }
    if (images.isEmpty()) {
      report.table(
          "Points furthest along the main directions of each cluster",
          List.of("cluster", "direction", "points"),
          lines);
    } else {
      report.pictures(
          "Images furthest along the main directions of each cluster (cluster.direction: image)",
          captions,
          images);
    }
  }

  private static BufferedImage grey(float[] pixels, int height, int width) {
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    for (float p : pixels) {
      low = Math.min(low, p);
      high = Math.max(high, p);
    }
    BufferedImage image =
        new BufferedImage(width * SIDE, height * SIDE, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height * SIDE; y++) {
      for (int x = 0; x < width * SIDE; x++) {
        float p = pixels[y / SIDE * width + x / SIDE];
        int level = high > low ? Math.round(255 * (p - low) / (high - low)) : 0;
        image.setRGB(x, y, level << 16 | level << 8 | level);
      }
    }
    return image;
  }
}
