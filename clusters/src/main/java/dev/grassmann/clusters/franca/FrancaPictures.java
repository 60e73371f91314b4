package dev.grassmann.clusters.franca;

import dev.grassmann.clusters.PrincipalDirections;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.report.Chart;
import dev.grassmann.core.report.Lines;
import dev.grassmann.core.report.Report;
import dev.grassmann.engine.train.TrainingLog;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** What Franca adds to a report. */
record FrancaPictures(FrancaFeatures result) {
  private static final int SHOWN = 6;
  private static final int SIDE = 64; // of a picture, in pixels, about

  void addTo(Report report) {
    TrainingLog log = result.log();
    List<Chart.Point> points = new ArrayList<>();
    for (String name : log.names()) {
      double[] values = log.figure(name);
      for (int i = 0; i < values.length; i++) {
        points.add(new Chart.Point(log.lines().get(i).step(), values[i], name));
      }
    }
    report
        .section("How it was learnt")
        .text("Each loss is a sum over " + result.nesting().size() + " levels of nesting.")
        .chart(new Lines("Losses", "step", "nats", points));
    maps(report);
  }

  /** The three main directions of each prefix of the patch tokens, as red, green and blue. */
  private void maps(Report report) {
    Vectors patches = result.patchTokens();
    int each = result.model().grid() * result.model().grid();
    int n = patches.n() / each;
    int shown = Math.min(SHOWN, n);
    int[] rows = new int[shown * each];
    for (int s = 0; s < shown; s++) {
      for (int p = 0; p < each; p++) {
        rows[s * each + p] = s * (n / shown) * each + p;
      }
    }
    float[] some = patches.rows(rows).toArray();
    List<String> captions = new ArrayList<>();
    List<BufferedImage> images = new ArrayList<>();
    for (int length : result.nesting()) {
      double[] colours = colours(some, patches.d(), length);
      for (int s = 0; s < shown; s++) {
        captions.add("first " + length + ", image " + s * (n / shown));
        images.add(map(colours, s * each));
      }
    }
    report
        .section("What each prefix sees")
        .pictures(
            "Patch tokens: three main directions of each prefix as colours", captions, images);
  }

  /** Three numbers from 0 to 1 a row. */
  private static double[] colours(float[] rows, int d, int length) {
    int m = rows.length / d;
    double[] centred = new double[m * length];
    double[] mean = new double[length];
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < length; j++) {
        centred[i * length + j] = rows[i * d + j];
        mean[j] += rows[i * d + j] / (double) m;
      }
    }
    for (int p = 0; p < centred.length; p++) {
      centred[p] -= mean[p % length];
    }
    PrincipalDirections main = PrincipalDirections.of(centred, m, length, Math.min(3, length));
    double[] colours = new double[3 * m];
    for (int k = 0; k < main.k(); k++) {
      double reach = 2 * Math.sqrt(main.energy()[k] / m); // two deviations to either side
      for (int i = 0; i < m; i++) {
        double along = 0;
        for (int j = 0; j < length; j++) {
          along += centred[i * length + j] * main.basis()[j * main.k() + k];
        }
        colours[3 * i + k] = Math.min(1, Math.max(0, 0.5 + along / (2 * reach)));
      }
    }
    return colours;
  }

  private BufferedImage map(double[] colours, int from) {
    int grid = result.model().grid();
    int scale = Math.max(1, SIDE / grid);
    BufferedImage image = new BufferedImage(grid * scale, grid * scale, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < grid * scale; y++) {
      for (int x = 0; x < grid * scale; x++) {
        int at = 3 * (from + y / scale * grid + x / scale);
        int red = (int) Math.round(255 * colours[at]);
        int green = (int) Math.round(255 * colours[at + 1]);
        int blue = (int) Math.round(255 * colours[at + 2]);
        image.setRGB(x, y, red << 16 | green << 8 | blue);
      }
    }
    return image;
  }
}
