package dev.grassmann.clusters.molrg;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.Result;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.report.Chart;
import dev.grassmann.core.report.Lines;
import dev.grassmann.core.report.Report;
import dev.grassmann.core.run.RunFolder;
import dev.grassmann.engine.linalg.Svd;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Points of a mixture of low-rank Gaussians, with the mixture. */
public record Generated(Mixture mixture, Mixture.Draw draw) implements Result {
  private static final int SPECTRUM = 2_000;

  /** The points as float32 vectors. */
  public Vectors vectors() {
    return draw.vectors();
  }

  @Override
  public String headline() {
    return String.format(
        Locale.ROOT,
        "%,d points of %,d subspaces in R^%,d",
        draw.component().length,
        mixture.k(),
        mixture.n());
  }

  @Override
  public String text() {
    StringBuilder text = new StringBuilder(" subspace   dimension   share\n");
    for (int k = 0; k < Math.min(20, mixture.k()); k++) {
      Component component = mixture.components().get(k);
      text.append(
          String.format(Locale.ROOT, "%9d %11d %7.3f%n", k, component.d(), component.share()));
    }
    return text.toString();
  }

  @Override
  public JsonNode json() {
    ObjectNode node = Json.object().put("points", draw.component().length);
    node.put("clusters", mixture.k()).put("ambient", mixture.n());
    node.set("dimensions", Json.tree(mixture.components().stream().map(Component::d).toList()));
    return node;
  }

  /**
   * Writes {@code points.npy}, {@code labels.csv} with a class a line and {@code
   * mixture.safetensors}, which is the exact denoiser of these points.
   */
  @Override
  public void save(RunFolder folder) {
    folder.writeNpy("points.npy", vectors());
    StringBuilder csv = new StringBuilder("class\n");
    for (int k : draw.component()) {
      csv.append(k).append('\n');
    }
    folder.writeText("labels.csv", csv.toString());
    MixtureFile.write(mixture, 1, Parameterisation.SOFT, folder);
  }

  @Override
  public void describe(Report report) {
    int n = mixture.n();
    int rows = Math.min(SPECTRUM, draw.component().length);
    double[] some = new double[rows * n];
    int points = draw.component().length;
    for (int i = 0; i < rows; i++) { // evenly over all classes
      System.arraycopy(draw.rows(), (int) ((long) i * points / rows) * n, some, i * n, n);
    }
    double[] values = Svd.values(some, rows, n);
    List<Chart.Point> chart = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      chart.add(new Chart.Point(i + 1, values[i] / Math.sqrt(rows), ""));
    }
    report
        .section("Singular values of all points")
        .text("Over the root of their number: they fall where the subspaces' sum ends.")
        .chart(new Lines("Singular values", "index", "singular value", chart));
  }
}
