package dev.grassmann.clusters.molrg.network;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.clusters.molrg.TrainingOptions;
import dev.grassmann.core.InputException;
import dev.grassmann.core.Result;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.report.Chart;
import dev.grassmann.core.report.Lines;
import dev.grassmann.core.report.Report;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.RunFolder;
import dev.grassmann.engine.LibTorch;
import dev.grassmann.engine.train.Training;
import dev.grassmann.engine.train.TrainingLog;
import java.util.List;
import java.util.Locale;

/**
 * A trained network denoiser.
 *
 * @param denoiser of points times {@code scale}; whoever asked for the training closes it
 * @param scale what points are multiplied by before they meet it
 * @param points it was trained on
 * @param log how it went
 */
public record DenoiserTraining(NetworkDenoiser denoiser, double scale, int points, TrainingLog log)
    implements Result {
  /** Lines at the end whose losses are averaged: one batch says little. */
  private static final int LAST = 50;

  static DenoiserTraining of(
      Vectors vectors,
      Architecture architecture,
      TrainingOptions options,
      long halfLife,
      boolean scaling,
      Run run) {
    if (options.steps() == 0) {
      throw new InputException("is 0", "--steps", "give at least 1");
    }
    LibTorch.start(run);
    double scale = scaling ? options.sigmaData() / deviation(vectors) : 1;
    Vectors scaled = scaled(vectors, scale);
    double keep = halfLife == 0 ? 0 : Math.pow(0.5, (double) options.batch() / halfLife);
    NetworkDenoiser denoiser = new NetworkDenoiser(architecture, options.sigmaData(), run);
    Training training = denoiser.train(scaled, options, keep, run);
    return new DenoiserTraining(denoiser, scale, vectors.n(), training.log());
  }

  /** Root mean square of all numbers: the network is told nothing of means. */
  private static double deviation(Vectors vectors) {
    float[] row = new float[vectors.d()];
    double sum = 0;
    for (int i = 0; i < vectors.n(); i++) {
      vectors.copyRow(i, row);
      for (int j = 0; j < row.length; j++) {
        if (!Float.isFinite(row[j])) {
          throw new InputException(
              "the number in column " + j + " is " + row[j],
              "row " + i,
              "drop the row or fill the number (rows and columns count from 0)");
        }
        sum += (double) row[j] * row[j] / row.length;
      }
    }
    if (sum == 0) {
      throw new InputException("all points are zero", "", "give points that are not");
    }
    return Math.sqrt(sum / vectors.n());
  }

  private static Vectors scaled(Vectors vectors, double scale) {
    float[] rows = vectors.toArray();
    for (int p = 0; p < rows.length; p++) {
      rows[p] *= (float) scale;
    }
    return Vectors.of(rows, vectors.n(), vectors.d());
  }

  /** Mean loss of the last lines of the log. */
  public double loss() {
    int from = Math.max(0, log.lines().size() - LAST);
    return log.lines().subList(from, log.lines().size()).stream()
        .mapToDouble(TrainingLog.Line::loss)
        .average()
        .orElse(Double.NaN);
  }

  @Override
  public String headline() {
    return String.format(
        Locale.ROOT,
        "A network of %,d numbers denoises %,d points of %,d, with a loss of %.4g at the end",
        denoiser.size(),
        points,
        denoiser.n(),
        loss());
  }

  @Override
  public String text() {
    StringBuilder text = new StringBuilder("    step       loss\n");
    int every = Math.max(1, log.lines().size() / 15);
    for (int i = 0; i < log.lines().size(); i += every) {
      TrainingLog.Line line = log.lines().get(i);
      text.append(String.format(Locale.ROOT, "%8d %10.4f%n", line.step(), line.loss()));
    }
    return text.toString();
  }

  @Override
  public JsonNode json() {
    return Json.object()
        .put("parameters", denoiser.size())
        .put("points", points)
        .put("n", denoiser.n())
        .put("loss", loss());
  }

  /** Writes the denoiser and {@code training.csv}. */
  @Override
  public void save(RunFolder folder) {
    denoiser.save(scale, folder);
    folder.writeText("training.csv", log.csv());
  }

  @Override
  public void describe(Report report) {
    List<Chart.Point> chart =
        log.lines().stream().map(line -> new Chart.Point(line.step(), line.loss(), "")).toList();
    report
        .section("Training")
        .text("Weighted loss of each step's batch and noise; 1 is a denoiser that knows nothing.")
        .chart(new Lines("Training", "step", "loss", chart, false, true));
  }
}
