package dev.grassmann.engine.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.io.SafetensorsFile;
import dev.grassmann.core.io.SafetensorsWriter;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.RunFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A training's state in one safetensors file, written whole or not at all: parameters, what the
 * optimiser and the learner remember, averages and the log; and in its head, as JSON, the step and
 * what the training was asked to do.
 */
final class Checkpoint {
  static final String FILE = "checkpoint.safetensors";

  private static final String HEAD = "training";

  private final TrainingPlan plan;
  private final Run run;
  private final Vectors data;
  private final String about;
  private long writtenAt = System.nanoTime();

  Checkpoint(TrainingPlan plan, Run run, Vectors data, String about) {
    this.plan = plan;
    this.run = run;
    this.data = data;
    this.about = about;
  }

  /**
   * Restores a training where the run is to go on and there is something to go on from.
   *
   * @return the step that comes next, 0 for a new training
   */
  long resume(Descent descent) {
    if (!run.resume() || run.folder().isEmpty() || !run.folder().get().has(FILE)) {
      return 0;
    }
    Path file = run.folder().get().file(FILE);
    SafetensorsFile saved = SafetensorsFile.open(file);
    String head = saved.metadata().get(HEAD);
    if (head == null) {
      throw InputException.file(file, "is no checkpoint of a training", "leave --resume away");
    }
    JsonNode about = Json.parse(head, file + " head");
    requireSame(file, about.path("asked"));
    Map<Integer, String> figures = new TreeMap<>();
    for (JsonNode name : about.path("figures")) {
      figures.put(figures.size(), name.asText());
    }
    try {
      descent.load(State.of(saved), figures);
    } catch (IllegalStateException e) {
      throw new InputException(
          "belongs to another learner (" + e.getMessage() + ")",
          file.toString(),
          "leave --resume away to start anew",
          e);
    }
    return about.path("step").asLong();
  }

  private void requireSame(Path file, JsonNode asked) {
    ObjectNode now = asked();
    if (now.equals(asked)) {
      return;
    }
    List<String> differences = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : now.properties()) {
      JsonNode then = asked.path(entry.getKey());
      if (!then.equals(entry.getValue())) {
        differences.add(entry.getKey() + " was " + then + ", is " + entry.getValue());
      }
    }
    throw InputException.file(
        file,
        "belongs to another training (" + String.join("; ", differences) + ")",
        "resume with the same data, seed and options, or leave --resume away to start anew");
  }

  /** What a training's bytes depend on; checkpoints and threads may differ. */
  private ObjectNode asked() {
    ObjectNode asked = Json.object();
    asked.put("learner", about);
    asked.put("rows", data.n());
    asked.put("columns", data.d());
    asked.put("seed", run.seed());
    asked.put("steps", plan.steps());
    asked.put("epochs", plan.epochs());
    asked.put("batch", plan.batch());
    asked.put("optimiser", plan.optimiser().toString());
    asked.put("schedule", plan.schedule().toString());
    asked.put("clip", plan.clip());
    asked.put("early_stop", plan.earlyStop().map(Object::toString).orElse("none"));
    asked.put("averaging", plan.averaging());
    return (ObjectNode) Json.parse(asked.toString(), "checkpoint"); // numbers as a file gives them
  }

  /** Writes where the plan says that it is time. */
  void maybe(long step, Descent descent) {
    boolean bySteps = plan.checkpointSteps() > 0 && step % plan.checkpointSteps() == 0;
    double seconds = (System.nanoTime() - writtenAt) / 1e9;
    boolean byTime = plan.checkpointSeconds() > 0 && seconds >= plan.checkpointSeconds();
    if (bySteps || byTime) {
      write(step, descent);
    }
  }

  /**
   * Writes the state before a step; nothing where the run has no folder.
   *
   * @param step the one that comes next
   */
  void write(long step, Descent descent) {
    if (run.folder().isEmpty()) {
      return;
    }
    RunFolder folder = run.folder().get();
    State state = State.empty();
    descent.save(state);
    ObjectNode head = Json.object();
    head.put("step", step);
    head.set("asked", asked());
    descent.log().names().forEach(head.putArray("figures")::add);
    SafetensorsWriter writer = new SafetensorsWriter().metadata(HEAD, Json.line(head));
    state.addTo(writer);
    folder.write(FILE, writer::writeTo);
    folder.writeText("training.csv", descent.log().build().csv());
    writtenAt = System.nanoTime();
  }
}
