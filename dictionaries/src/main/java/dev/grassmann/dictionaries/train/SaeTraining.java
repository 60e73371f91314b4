package dev.grassmann.dictionaries.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.Result;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.report.Chart;
import dev.grassmann.core.report.Lines;
import dev.grassmann.core.report.Report;
import dev.grassmann.core.result.Dictionary;
import dev.grassmann.core.run.RunFolder;
import dev.grassmann.dictionaries.measure.SaeEvaluation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/**
 * What a training gave.
 *
 * @param dictionary the dictionary
 * @param log some two hundred lines of how it went
 * @param evaluation the dictionary measured
 * @param trainedOn rows that were learnt from
 * @param unseen whether it was measured on rows that were not learnt from
 */
public record SaeTraining(
    Dictionary dictionary, List<Line> log, SaeEvaluation evaluation, int trainedOn, boolean unseen)
    implements Result {
  public SaeTraining {
    log = List.copyOf(log);
  }

  /**
   * One step of the training.
   *
   * @param step its number, from 0
   * @param loss the loss, with auxiliary terms
   * @param meanSquaredError mean over the batch of ‖x - x_hat‖², of scaled rows
   * @param l0 latents a row, on average
   * @param dead latents that count as dead
   */
  public record Line(long step, double loss, double meanSquaredError, double l0, int dead) {}

  @Override
  public String headline() {
    return evaluation.headline() + (unseen ? " that were not learnt from" : "");
  }

  @Override
  public String text() {
    return dictionary.headline() + "\n" + evaluation.text();
  }

  @Override
  public JsonNode json() {
    ObjectNode node = Json.object();
    node.set("dictionary", dictionary.json());
    node.set("evaluation", evaluation.json());
    node.put("trained_on_rows", trainedOn).put("measured_on_unseen_rows", unseen);
    return node;
  }

  /** Writes the dictionary, its evaluation, and {@code log.csv}; a checkpoint is over then. */
  @Override
  public void save(RunFolder folder) {
    dictionary.save(folder);
    evaluation.save(folder);
    StringBuilder csv = new StringBuilder("step,loss,mean_squared_error,l0,dead\n");
    for (Line line : log) {
      csv.append(line.step()).append(',').append(line.loss()).append(',');
      csv.append(line.meanSquaredError()).append(',').append(line.l0()).append(',');
      csv.append(line.dead()).append('\n');
    }
    folder.writeText("log.csv", csv.toString());
    try {
      Files.deleteIfExists(folder.file(Checkpoint.FILE));
    } catch (IOException e) {
      throw new UncheckedIOException("removing " + folder.file(Checkpoint.FILE), e);
    }
  }

  @Override
  public void describe(Report report) {
    evaluation.describe(report);
    List<Chart.Point> errors = new ArrayList<>();
    for (Line line : log) {
      errors.add(new Chart.Point(line.step(), line.meanSquaredError(), ""));
    }
    report.section("Training");
    report.chart(
        new Lines(
            "Error while learning", "step", "mean squared error, scaled", errors, false, true));
  }
}
