package dev.grassmann.tables.quickselection;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.io.CsvText;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.run.RunFolder;
import dev.grassmann.tables.quickselection.QuickSelection.Naming;
import java.nio.charset.StandardCharsets;

/** What a run's folder holds beside the ranking: how the training went. */
record TrainingFiles(
    Prepared prepared, Naming naming, QuickSelectionConfig config, Trained trained) {
  /** Writes {@code training.csv}, {@code trajectory.csv} and {@code network.json}. */
  void write(RunFolder folder) {
    folder.writeText("training.csv", losses());
    folder.write("trajectory.csv", out -> out.write(trajectory().getBytes(StandardCharsets.UTF_8)));
    folder.writeJson("network.json", network());
  }

  private String losses() {
    StringBuilder csv = new StringBuilder("training,epoch,loss\n");
    for (int t = 0; t < trained.losses().length; t++) {
      for (int e = 0; e < config.epochs(); e++) {
        csv.append(t + 1).append(',').append(e + 1).append(',');
        csv.append(trained.losses()[t][e]).append('\n');
      }
    }
    return csv.toString();
  }

  /** A line a trained column, a number an epoch. */
  private String trajectory() {
    StringBuilder csv = new StringBuilder("feature");
    for (int e = 1; e <= config.epochs(); e++) {
      csv.append(",epoch ").append(e);
    }
    csv.append('\n');
    for (int c = 0; c < prepared.kept().length; c++) {
      csv.append(CsvText.cell(naming.features().get(prepared.kept()[c])));
      for (float[] epoch : trained.trajectory()) {
        csv.append(',').append(epoch[c]);
      }
      csv.append('\n');
    }
    return csv.toString();
  }

  private ObjectNode network() {
    Connections first = trained.last().first();
    Connections second = trained.last().second();
    long all = (long) first.inputs() * first.units();
    ObjectNode node = Json.object();
    node.put("columns", first.inputs()).put("hidden", first.units());
    node.putArray("connections").add(first.count()).add(second.count());
    node.putArray("density").add(first.count() / (double) all).add(second.count() / (double) all);
    node.put("multiplications_an_epoch", multiplications(first, second));
    node.put("multiplications_an_epoch_if_dense", multiplications(all, all));
    ArrayNode errors = node.putArray("error");
    for (double error : trained.errors()) {
      errors.add(error);
    }
    return node;
  }

  private long multiplications(Connections first, Connections second) {
    return multiplications(first.count(), second.count());
  }

  /** Forward and gradient for each connection, and backward for those of the second layer. */
  private long multiplications(long first, long second) {
    long samples = (long) prepared.cells().rows() / config.batch() * config.batch();
    return samples * (2 * first + 3 * second);
  }
}
