package dev.grassmann.dictionaries.saeevaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.Result;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.io.NpyFile;
import dev.grassmann.core.io.TableFiles;
import dev.grassmann.core.report.Report;
import dev.grassmann.core.run.RunFolder;
import dev.grassmann.engine.transformer.TransformerShape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A trained transformer, with activations of prompts and their attributes. */
public final class TestbedRun implements Result {
  static final String MODEL = "model.safetensors";
  private static final int SHOWN = 8;

  private final TransformerShape shape;
  private final Testbed.Skill skill;
  private final List<String> sites;
  private final List<Vectors> fit;
  private final List<Vectors> test;
  private final Table fitPrompts;
  private final Table testPrompts;

  TestbedRun(
      TransformerShape shape,
      Testbed.Skill skill,
      List<String> sites,
      List<Vectors> fit,
      List<Vectors> test,
      Table fitPrompts,
      Table testPrompts) {
    this.shape = shape;
    this.skill = skill;
    this.sites = sites;
    this.fit = fit;
    this.test = test;
    this.fitPrompts = fitPrompts;
    this.testPrompts = testPrompts;
  }

  /** Share of the test prompts whose top next word is the indirect object. */
  public double accuracy() {
    return skill.accuracy();
  }

  @Override
  public String headline() {
    return String.format(
        Locale.ROOT,
        "a transformer of %d layers names the indirect object in %.1f%% of %,d new prompts",
        shape.layers(),
        100 * skill.accuracy(),
        testPrompts.rows());
  }

  private List<List<String>> files() {
    List<List<String>> files = new ArrayList<>();
    files.add(List.of(MODEL, "the model and its words"));
    files.add(List.of("fit.csv", "prompts to fit on, with IO, S and Pos"));
    files.add(List.of("test.csv", "prompts to judge on"));
    for (String site : sites) {
      files.add(List.of("fit-" + site + ".npy", "activations of fit.csv at " + site));
      files.add(List.of("test-" + site + ".npy", "activations of test.csv"));
    }
    return files;
  }

  @Override
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(String.format(Locale.ROOT, "mean logit(IO) - logit(S): %.2f%n%n", skill.margin()));
    for (List<String> file : files()) {
      text.append(String.format(Locale.ROOT, "%-24s %s%n", file.get(0), file.get(1)));
    }
    return text.toString().replace(System.lineSeparator(), "\n");
  }

  @Override
  public JsonNode json() {
    ObjectNode node = Json.object();
    node.put("accuracy", skill.accuracy()).put("logit_difference", skill.margin());
    node.put("layers", shape.layers()).put("width", shape.width()).put("heads", shape.heads());
    node.put("words", shape.vocabulary());
    sites.forEach(node.putArray("sites")::add);
    return node;
  }

  /** Writes activations as .npy and prompts as CSV; the model is there already. */
  @Override
  public void save(RunFolder folder) {
    folder.writeJson("testbed.json", json());
    try {
      TableFiles.write(folder.file("fit.csv"), fitPrompts);
      TableFiles.write(folder.file("test.csv"), testPrompts);
      for (int i = 0; i < sites.size(); i++) {
        NpyFile.write(folder.file("fit-" + sites.get(i) + ".npy"), fit.get(i));
        NpyFile.write(folder.file("test-" + sites.get(i) + ".npy"), test.get(i));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to " + folder.path(), e);
    }
  }

  @Override
  public void describe(Report report) {
    report.text(
        "In each prompt two people occur, one of them twice; the next word should be the other's"
            + " name. What is known of a prompt: IO, the name that occurs once; S, the one that"
            + " occurs twice; Pos, which of them comes first.");
    List<List<String>> rows = new ArrayList<>();
    for (int row = 0; row < Math.min(SHOWN, testPrompts.rows()); row++) {
      List<String> cells = new ArrayList<>();
      for (String column : List.of("prompt", "IO", "S", "Pos")) {
        cells.add(testPrompts.column(column).text(row));
      }
      rows.add(cells);
    }
    report.table("Some prompts", List.of("prompt", "IO", "S", "Pos"), rows);
    report.table("Files", List.of("file", "what"), files());
  }
}
