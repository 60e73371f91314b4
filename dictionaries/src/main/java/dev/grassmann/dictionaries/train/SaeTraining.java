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
import dev.grassmann.engine.train.TrainingLog;
import java.util.ArrayList;
import java.util.List;

/**
 * What a training gave.
 *
 * @param dictionary the dictionary
 * @param log how it went, with the error of scaled rows, L0 and dead latents beside the loss
 * @param evaluation the dictionary measured
 * @param trainedOn rows that were learnt from
 * @param unseen whether it was measured on rows that were not learnt from
 */
public record SaeTraining(
    Dictionary dictionary, TrainingLog log, SaeEvaluation evaluation, int trainedOn, boolean unseen)
    implements Result {

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

  /** Writes the dictionary, its evaluation, and {@code training.csv}. */
  @Override
  public void save(RunFolder folder) {
    dictionary.save(folder);
    evaluation.save(folder);
    folder.writeText("training.csv", log.csv());
  }

  @Override
  public void describe(Report report) {
    evaluation.describe(report);
    List<Chart.Point> errors = new ArrayList<>();
    double[] error = log.figure(ScaledBatches.ERROR);
    for (int i = 0; i < error.length; i++) {
      errors.add(new Chart.Point(log.lines().get(i).step(), error[i], ""));
    }
    report.section("Training");
    report.chart(
        new Lines(
            "Error while learning", "step", "mean squared error, scaled", errors, false, true));
  }
}
