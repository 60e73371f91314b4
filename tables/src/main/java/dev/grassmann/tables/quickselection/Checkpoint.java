package dev.grassmann.tables.quickselection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.InputException;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.io.SafetensorsFile;
import dev.grassmann.core.io.SafetensorsWriter;
import dev.grassmann.core.run.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * A training's standing in one safetensors file, written whole or not at all: every few seconds,
 * when the run is cancelled, and at its end, so that a resumed run that was done is done at once.
 */
final class Checkpoint {
  static final String FILE = "checkpoint.safetensors";

  private static final String HEAD = "quickselection";
  private static final double SECONDS = 10;

  /** Rows that tell one data set from another. */
  private static final int LOOKED_AT = 16;

  private final Cells cells;
  private final QuickSelectionConfig config;
  private final Run run;
  private long writtenAt = System.nanoTime();

  Checkpoint(Cells cells, QuickSelectionConfig config, Run run) {
    this.cells = cells;
    this.config = config;
    this.run = run;
  }

  /** Writes where it is time. */
  void maybe(Standing at) {
    if ((System.nanoTime() - writtenAt) / 1e9 >= SECONDS) {
      write(at);
    }
  }

  /** Writes the standing; nothing where the run has no folder or nothing was begun. */
  void write(Standing at) {
    if (run.folder().isEmpty() || at.net == null) {
      return;
    }
    ObjectNode head = Json.object();
    head.put("training", at.training).put("epoch", at.epoch).put("batch", at.batch);
    head.set("asked", asked());
    SafetensorsWriter writer = new SafetensorsWriter().metadata(HEAD, Json.line(head));
    put(writer, "first", at.net.first());
    put(writer, "second", at.net.second());
    writer.add("hidden_bias", at.net.hiddenBias(), at.net.hidden());
    writer.add("hidden_bias_velocity", at.net.hiddenBiasVelocity(), at.net.hidden());
    writer.add("output_bias", at.net.outputBias(), at.net.columns());
    writer.add("output_bias_velocity", at.net.outputBiasVelocity(), at.net.columns());
    writer.add("loss_so_far", new double[] {at.lossSoFar}, 1);
    writer.add("snapshot", at.snapshot, at.snapshot.length);
    writer.add("errors", at.errors, at.errors.length);
    for (int t = 0; t < at.scores.length; t++) {
      writer.add("scores/" + t, at.scores[t], cells.columns());
      writer.add("losses/" + t, at.losses[t], config.epochs());
    }
    for (int e = 0; e < at.trajectory.length; e++) {
      writer.add("trajectory/" + e, at.trajectory[e], cells.columns());
    }
    run.folder().get().write(FILE, writer::writeTo);
    writtenAt = System.nanoTime();
  }

  private static void put(SafetensorsWriter writer, String name, Connections layer) {
    writer.add(name + "/position", layer.positions(), layer.count());
    writer.add(name + "/weight", layer.weight(), layer.count());
    writer.add(name + "/velocity", layer.velocity(), layer.count());
  }

  /**
   * Fills the standing where the run is to go on and there is something to go on from.
   *
   * @throws InputException where the checkpoint belongs to another training
   */
  void restore(Standing at) {
    if (!run.resume() || run.folder().isEmpty() || !run.folder().get().has(FILE)) {
      return;
    }
    Path path = run.folder().get().file(FILE);
    SafetensorsFile file = SafetensorsFile.open(path);
    String head = file.metadata().get(HEAD);
    if (head == null) {
      throw InputException.file(path, "is no checkpoint of QuickSelection", "leave --resume away");
    }
    JsonNode about = Json.parse(head, path + " head");
    requireSame(path, about.path("asked"));
    at.training = about.path("training").asInt();
    at.epoch = about.path("epoch").asInt();
    at.batch = about.path("batch").asInt();
    int columns = cells.columns();
    int hidden = config.hidden(columns);
    at.net =
        new Autoencoder(
            layer(file, "first", columns, hidden),
            layer(file, "second", hidden, columns),
            file.floats("hidden_bias"),
            file.floats("hidden_bias_velocity"),
            file.floats("output_bias"),
            file.floats("output_bias_velocity"));
    at.lossSoFar = file.doubles("loss_so_far")[0];
    at.snapshot = file.doubles("snapshot");
    System.arraycopy(file.doubles("errors"), 0, at.errors, 0, at.errors.length);
    for (int t = 0; t < at.scores.length; t++) {
      at.scores[t] = file.doubles("scores/" + t);
      at.losses[t] = file.doubles("losses/" + t);
    }
    for (int e = 0; e < at.trajectory.length; e++) {
      at.trajectory[e] = file.floats("trajectory/" + e);
    }
  }

  private static Connections layer(SafetensorsFile file, String name, int inputs, int units) {
    return Connections.at(
        inputs,
        units,
        file.longs(name + "/position"),
        file.floats(name + "/weight"),
        file.floats(name + "/velocity"));
  }

  private void requireSame(Path file, JsonNode then) {
    List<String> differences = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : asked().properties()) {
      JsonNode before = then.path(entry.getKey());
      if (!before.equals(entry.getValue())) {
        differences.add(entry.getKey() + " was " + before + ", is " + entry.getValue());
      }
    }
    if (!differences.isEmpty()) {
      throw InputException.file(
          file,
          "belongs to another training (" + String.join("; ", differences) + ")",
          "resume with the same data, seed and options, or leave --resume away to start anew");
    }
  }

  /** All that the result's bytes depend on; the number of threads is not among it. */
  private ObjectNode asked() {
    ObjectNode asked = Json.object();
    asked.put("rows", cells.rows()).put("columns", cells.columns()).put("seed", run.seed());
    asked.put("data", Long.toHexString(fingerprint()));
    asked.set("options", Json.tree(config));
    return (ObjectNode) Json.parse(asked.toString(), "checkpoint"); // numbers as a file gives them
  }

  private long fingerprint() {
    CRC32 crc = new CRC32();
    float[] row = new float[cells.columns()];
    for (int k = 0; k < LOOKED_AT; k++) {
      cells.copyRow((int) ((long) k * (cells.rows() - 1) / (LOOKED_AT - 1)), row);
      for (float number : row) {
        int bits = Float.floatToIntBits(number);
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
          crc.update(bits >>> shift);
        }
      }
    }
    return crc.getValue();
  }
}
