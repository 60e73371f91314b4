package dev.grassmann.clusters.franca;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.core.Result;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.report.Histogram;
import dev.grassmann.core.report.Report;
import dev.grassmann.core.run.RunFolder;
import java.util.Locale;

/**
 * Features that went through a map.
 *
 * @param features n × d
 * @param kept share of the squared length that is left
 */
public record MappedFeatures(Vectors features, double kept) implements Result {
  @Override
  public String headline() {
    return String.format(
        Locale.ROOT,
        "%,d rows of %,d numbers keep %.1f %% of their energy.",
        features.n(),
        features.d(),
        100 * kept);
  }

  @Override
  public String text() {
    return "features.npy has them, in their order\n";
  }

  @Override
  public JsonNode json() {
    return Json.object()
        .put("rows", features.n())
        .put("dimensions", features.d())
        .put("kept", kept);
  }

  /** Writes {@code features.npy}. */
  @Override
  public void save(RunFolder folder) {
    folder.writeNpy("features.npy", features);
  }

  @Override
  public void describe(Report report) {
    double[] lengths = new double[features.n()];
    float[] row = new float[features.d()];
    for (int i = 0; i < lengths.length; i++) {
      features.copyRow(i, row);
      double square = 0;
      for (float x : row) {
        square += (double) x * x;
      }
      lengths[i] = Math.sqrt(square);
    }
    report
        .section("What is left")
        .chart(Histogram.of("Lengths of the rows", "length", lengths, 40));
  }
}
