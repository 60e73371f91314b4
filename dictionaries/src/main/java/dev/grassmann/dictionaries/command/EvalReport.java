package dev.grassmann.dictionaries.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.Result;
import dev.grassmann.core.report.Report;
import dev.grassmann.core.run.RunFolder;
import dev.grassmann.dictionaries.measure.AtomCosines;
import dev.grassmann.dictionaries.measure.LabelScores;
import dev.grassmann.dictionaries.measure.SaeEvaluation;
import dev.grassmann.dictionaries.saeevaluation.LossRecovered;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * All that {@code sae eval} measures.
 *
 * @param core what needs vectors only
 * @param loss by a model or by labels; empty without
 * @param labels what latents say of labels; empty without
 */
public record EvalReport(
    SaeEvaluation core,
    AtomCosines cosines,
    Optional<LossRecovered> loss,
    Optional<LabelScores> labels)
    implements Result {

  @Override
  public String headline() {
    return core.headline();
  }

  private List<List<String>> more() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("mean of max cosines, decoder rows", number(cosines.decoder())));
    rows.add(List.of("mean of max cosines, encoder rows", number(cosines.encoder())));
    loss.ifPresent(found -> rows.addAll(found.rows()));
    labels.ifPresent(scores -> rows.addAll(scores.rows()));
    return rows;
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.4g", value);
  }

  @Override
  public String text() {
    StringBuilder text = new StringBuilder();
    for (List<String> row : more()) {
      text.append(String.format(Locale.ROOT, "%-34s %12s\n", row.get(0), row.get(1)));
    }
    return text + core.text();
  }

  @Override
  public JsonNode json() {
    ObjectNode node = (ObjectNode) core.json();
    node.put("max_decoder_cosine", cosines.decoder());
    if (!Double.isNaN(cosines.encoder())) {
      node.put("max_encoder_cosine", cosines.encoder());
    }
    loss.ifPresent(found -> node.set("loss", found.json()));
    labels.ifPresent(scores -> node.set("labels", scores.json()));
    return node;
  }

  /** As {@link SaeEvaluation#save}, with the further figures in {@code evaluation.json}. */
  @Override
  public void save(RunFolder folder) {
    core.save(folder);
    folder.writeJson("evaluation.json", json());
  }

  @Override
  public void describe(Report report) {
    core.describe(report);
    report.table("Further figures", List.of("", ""), more());
    loss.ifPresent(found -> report.text("Loss is measured by " + found.follows() + "."));
  }
}
