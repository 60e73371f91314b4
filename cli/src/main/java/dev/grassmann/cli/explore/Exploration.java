package dev.grassmann.cli.explore;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.Options;
import dev.grassmann.core.Result;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.report.Report;
import dev.grassmann.core.run.RunFolder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What was seen so far: findings in words, pictures in order, figures and files. */
final class Exploration implements Result {
  private final String subject;
  private final List<Remark> findings = new ArrayList<>();
  private final List<Consumer<Report>> pages = new ArrayList<>();
  private final List<Consumer<Report>> tables = new ArrayList<>();
  private final ObjectNode figures = Json.object();
  private final Map<String, Result> attached = new LinkedHashMap<>();

  /**
   * @param subject what is looked at, e.g. the file's name
   */
  Exploration(String subject) {
    this.subject = subject;
  }

  void find(int importance, Remark.Kind kind, String sentence) {
    findings.add(new Remark(importance, kind, sentence));
  }

  /** Adds a part of the report; parts appear in the order of the calls. */
  void show(Consumer<Report> page) {
    pages.add(page);
  }

  /** Adds a part that stands behind all pictures, such as a long table. */
  void showLast(Consumer<Report> page) {
    tables.add(page);
  }

  /** Adds figures for programs. */
  void figure(String name, Object value) {
    figures.set(name, Json.tree(value));
  }

  /** Saves a step's result whole, in a folder of its own within the run's. */
  void attach(String name, Result result) {
    attached.put(name, result);
  }

  /** The findings of a kind, most important first. */
  List<Remark> findings(Remark.Kind kind) {
    return findings.stream()
        .filter(finding -> finding.kind() == kind)
        .sorted(Comparator.comparingInt(Remark::importance).reversed())
        .toList();
  }

  @Override
  public String headline() {
    StringBuilder text = new StringBuilder();
    findings(Remark.Kind.SHAPE).stream().limit(1).forEach(f -> text.append(f.sentence()));
    findings(Remark.Kind.STRUCTURE).stream()
        .limit(1)
        .forEach(f -> text.append(' ').append(f.sentence()));
    int warnings = findings(Remark.Kind.WARNING).size();
    if (warnings > 0) {
      text.append(
          warnings == 1 ? " One thing looks wrong." : " " + warnings + " things look wrong.");
    }
    return text.toString();
  }

  @Override
  public String text() {
    StringBuilder text = new StringBuilder(subject).append('\n');
    list(text, "What it is", Remark.Kind.SHAPE);
    list(text, "What matters", Remark.Kind.STRUCTURE);
    list(text, "What looks wrong", Remark.Kind.WARNING);
    return text.toString();
  }

  private void list(StringBuilder text, String heading, Remark.Kind kind) {
    List<Remark> some = findings(kind);
    if (!some.isEmpty()) {
      text.append('\n').append(heading).append('\n');
      some.stream().limit(12).forEach(f -> text.append("  - ").append(f.sentence()).append('\n'));
    }
  }

  @Override
  public JsonNode json() {
    ObjectNode node = Json.object();
    node.put("subject", subject).put("headline", headline());
    ArrayNode list = node.putArray("findings");
    for (Remark finding : findings) {
      list.addObject()
          .put("importance", finding.importance())
          .put("kind", Options.word(finding.kind()))
          .put("sentence", finding.sentence());
    }
    node.set("figures", figures);
    return node;
  }

  @Override
  public void save(RunFolder folder) {
    folder.writeJson("exploration.json", json());
    attached.forEach((name, result) -> result.save(RunFolder.at(folder.file(name))));
  }

  @Override
  public void describe(Report report) {
    findings(Remark.Kind.SHAPE).stream().skip(1).forEach(f -> report.text(f.sentence()));
    list(report, "What matters", Remark.Kind.STRUCTURE);
    list(report, "What looks wrong", Remark.Kind.WARNING);
    pages.forEach(page -> page.accept(report));
    tables.forEach(page -> page.accept(report));
  }

  private void list(Report report, String heading, Remark.Kind kind) {
    List<Remark> some = findings(kind);
    if (!some.isEmpty()) {
      report.section(heading);
      some.forEach(f -> report.text(f.sentence()));
    }
  }
}
