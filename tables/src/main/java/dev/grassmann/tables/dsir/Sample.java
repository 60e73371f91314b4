package dev.grassmann.tables.dsir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.Result;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.report.Report;
import dev.grassmann.core.run.RunFolder;

/**
 * A sample of a corpus with all that led to it.
 *
 * @param model what was fitted
 * @param weights of all documents
 * @param drawn the documents chosen
 */
public record Sample(DsirModel model, DocumentWeights weights, DrawnDocuments drawn)
    implements Result {
  @Override
  public String headline() {
    return drawn.headline();
  }

  @Override
  public String text() {
    return drawn.text() + "\n" + model.text();
  }

  @Override
  public JsonNode json() {
    ObjectNode node = Json.object();
    node.set("model", model.json());
    node.set("drawn", drawn.json());
    return node;
  }

  /** Also what {@code sample weigh} and {@code draw} take, to go on from. */
  @Override
  public void save(RunFolder folder) {
    model.save(folder);
    weights.save(folder);
    drawn.save(folder);
  }

  @Override
  public void describe(Report report) {
    drawn.describe(report);
    model.describe(report);
  }
}
