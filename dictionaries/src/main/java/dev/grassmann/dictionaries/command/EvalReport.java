package dev.grassmann.dictionaries.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.Result;
import dev.grassmann.core.report.Report;
import dev.grassmann.core.run.RunFolder;
import dev.grassmann.dictionaries.measure.AtomCosines;
import dev.grassmann.dictionaries.measure.DescriptionLength;
import dev.grassmann.dictionaries.measure.LabelScores;
import dev.grassmann.dictionaries.measure.PairScores;
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
 * @param cosines how alike latents are
 * @param bits what codes take
 * @param meta a dictionary of the dictionary; empty without
 * @param loss by a model or by labels; empty without
 * @param labels what latents say of labels; empty without
 * @param pairs what they say of two sets of labels; empty without
 */
public record EvalReport(
    SaeEvaluation core,
    AtomCosines cosines,
    DescriptionLength bits,
    Optional<MetaDictionary> meta,
    Optional<LossRecovered> loss,
    Optional<LabelScores> labels,
    Optional<PairScores> pairs)
    implements Result {

  @Override
  public String headline() {
    return core.headline();
  }

  private List<List<String>> more() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("mean of max cosines, decoder rows", number(cosines.decoder())));
    rows.add(List.of("mean of max cosines, encoder rows", number(cosines.encoder())));
    rows.add(List.of("bits a row, " + bits.bins() + " bins a latent", number(bits.bits())));
    meta.ifPresent(
        m ->
            rows.add(
                List.of(
                    "variance by 4 of " + m.features() + " meta-latents", number(m.explained()))));
    loss.ifPresent(found -> rows.addAll(found.rows()));
    labels.ifPresent(scores -> rows.addAll(scores.rows()));
    pairs.ifPresent(scores -> rows.addAll(scores.rows()));
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
    node.put("bits_a_row", bits.bits()).put("bins", bits.bins());
    meta.ifPresent(
        m -> node.put("meta_latents", m.features()).put("meta_explained_variance", m.explained()));
    loss.ifPresent(found -> node.set("loss", found.json()));
    labels.ifPresent(scores -> node.set("labels", scores.json()));
    pairs.ifPresent(scores -> node.set("pairs", scores.json()));
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
