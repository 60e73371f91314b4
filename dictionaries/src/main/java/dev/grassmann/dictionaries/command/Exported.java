package dev.grassmann.dictionaries.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.Options;
import dev.grassmann.core.Result;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.report.Report;
import dev.grassmann.core.result.Dictionary;
import dev.grassmann.core.run.RunFolder;
import dev.grassmann.dictionaries.format.Format;

/**
 * A dictionary that is to be written in a format.
 *
 * @param format the one that {@link #save} writes
 */
public record Exported(Dictionary dictionary, Format format) implements Result {
  @Override
  public String headline() {
    return dictionary.headline() + " as " + Options.word(format);
  }

  @Override
  public String text() {
    return dictionary.text();
  }

  @Override
  public JsonNode json() {
    ObjectNode node = Json.object().put("format", Options.word(format));
    node.set("dictionary", dictionary.json());
    return node;
  }

  @Override
  public void save(RunFolder folder) {
    format.write(dictionary, folder);
  }

  @Override
  public void describe(Report report) {
    dictionary.describe(report);
  }
}
