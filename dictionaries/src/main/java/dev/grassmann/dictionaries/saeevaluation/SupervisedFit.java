package dev.grassmann.dictionaries.saeevaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.Result;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.report.Bars;
import dev.grassmann.core.report.Chart;
import dev.grassmann.core.report.Report;
import dev.grassmann.core.run.RunFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A supervised dictionary and what its attributes explain.
 *
 * @param rows fitted on
 * @param explained 1 - FVU of all attributes together, on these rows
 * @param alone what each attribute explains by itself
 * @param dependence the two attributes that depend most on each other
 */
public record SupervisedFit(
    SupervisedDictionary dictionary,
    SupervisedDictionary.Codes codes,
    int rows,
    double explained,
    List<Alone> alone,
    Optional<Attributes.Dependence> dependence)
    implements Result {
  public SupervisedFit {
    alone = List.copyOf(alone);
  }

  /**
   * One attribute.
   *
   * @param explained 1 - FVU of a fit of this attribute only
   */
  public record Alone(String attribute, int values, double explained) {}

  @Override
  public String headline() {
    return String.format(
        Locale.ROOT,
        "%s explain %.1f%% of the variance of %,d vectors",
        String.join(", ", dictionary.names()),
        100 * explained,
        rows);
  }

  @Override
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(String.format(Locale.ROOT, "%-20s %7s %10s%n", "attribute", "values", "alone"));
    for (Alone one : alone) {
      text.append(
          String.format(
              Locale.ROOT,
              "%-20s %7d %9.1f%%%n",
              one.attribute(),
              one.values(),
              100 * one.explained()));
    }
    dependence.ifPresent(
        found ->
            text.append(
                String.format(
                    Locale.ROOT,
                    "%n%s and %s depend on each other most: Cramér's V %.3f%n",
                    found.first(),
                    found.second(),
                    found.strength())));
    return text.toString().replace(System.lineSeparator(), "\n");
  }

  @Override
  public JsonNode json() {
    ObjectNode node = Json.object();
    node.put("rows", rows).put("explained_variance", explained);
    ArrayNode each = node.putArray("attributes");
    for (Alone one : alone) {
      each.addObject()
          .put("attribute", one.attribute())
          .put("values", one.values())
          .put("explained_variance", one.explained());
    }
    dependence.ifPresent(
        found ->
            node.putObject("strongest_dependence")
                .put("first", found.first())
                .put("second", found.second())
                .put("cramers_v", found.strength()));
    return node;
  }

  /** Writes {@code supervised.safetensors} and {@code supervised.json}. */
  @Override
  public void save(RunFolder folder) {
    dictionary.save(folder);
    folder.writeJson("supervised.json", json());
  }

  @Override
  public void describe(Report report) {
    List<Chart.Bar> bars = new ArrayList<>();
    bars.add(new Chart.Bar("all together", explained));
    alone.forEach(one -> bars.add(new Chart.Bar(one.attribute() + " alone", one.explained())));
    report.chart(new Bars("Variance explained by attributes", "1 - FVU", bars));
    report.text(
        codes == SupervisedDictionary.Codes.MSE
            ? "Vectors are fitted together by least squares. Only differences between values of one"
                + " attribute mean something: a constant may move from one attribute to another."
            : "Each vector is the mean of the rows with its value, less the mean of all: right only"
                + " where attributes are independent.");
  }
}
