package dev.grassmann.clusters.mlc;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.core.Result;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.report.Histogram;
import dev.grassmann.core.report.Report;
import dev.grassmann.core.run.RunFolder;
import java.util.Locale;

/**
 * A doubly stochastic matrix.
 *
 * @param matrix n × n
 * @param rowsOff how far a row's sum is from 1 at most
 * @param columnsOff how far a column's sum is from 1 at most
 * @param companions mean over columns of exp(entropy): about how many entries share a column
 */
public record Balanced(Vectors matrix, double rowsOff, double columnsOff, double companions)
    implements Result {
  @Override
  public String headline() {
    return String.format(
        Locale.ROOT,
        "%,d x %,d matrix balanced: a column is shared by %.1f entries on average.",
        matrix.n(),
        matrix.n(),
        companions);
  }

  @Override
  public String text() {
    return String.format(
        Locale.ROOT, "sums off 1 by at most %.1e (rows), %.1e (columns)%n", rowsOff, columnsOff);
  }

  @Override
  public JsonNode json() {
    return Json.object()
        .put("n", matrix.n())
        .put("rowsOff", rowsOff)
        .put("columnsOff", columnsOff)
        .put("companions", companions);
  }

  /** Writes {@code balanced.npy} and {@code sinkhorn.json}. */
  @Override
  public void save(RunFolder folder) {
    folder.writeJson("sinkhorn.json", json());
    folder.writeNpy("balanced.npy", matrix);
  }

  @Override
  public void describe(Report report) {
    double[] largest = new double[matrix.n()];
    float[] row = new float[matrix.n()];
    for (int i = 0; i < largest.length; i++) {
      matrix.copyRow(i, row);
      for (float x : row) {
        largest[i] = Math.max(largest[i], x);
      }
    }
    report
        .section("How sharp it is")
        .text("Largest entry of each row: 1 everywhere would be a permutation.")
        .chart(Histogram.of("Largest entries", "entry", largest, 40));
  }
}
