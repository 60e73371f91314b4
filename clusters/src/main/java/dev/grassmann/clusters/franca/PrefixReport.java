package dev.grassmann.clusters.franca;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.Result;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.report.Chart;
import dev.grassmann.core.report.Lines;
import dev.grassmann.core.report.Report;
import dev.grassmann.core.run.RunFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What prefixes of vectors are worth. */
public record PrefixReport(List<Line> lines, int n) implements Result {
  public PrefixReport {
    lines = List.copyOf(lines);
  }

  /**
   * Accuracies of one length, 0 to 1.
   *
   * @param length numbers of a row that are looked at
   * @param neighbours k nearest neighbours on the prefix, each row by all others
   * @param neighboursPca the same on as many principal components
   * @param linear a ridge classifier on the prefix, learnt from one half, judged on the other
   * @param linearPca the same on as many principal components
   */
  public record Line(
      int length, double neighbours, double neighboursPca, double linear, double linearPca) {}

  @Override
  public String headline() {
    Line shortest = lines.get(0);
    Line whole = lines.get(lines.size() - 1);
    return String.format(
        Locale.ROOT,
        "The first %d numbers tell %.1f %% of the rows' classes by their neighbours, all %d tell"
            + " %.1f %%; principal components %.1f and %.1f %%.",
        shortest.length(),
        100 * shortest.neighbours(),
        whole.length(),
        100 * whole.neighbours(),
        100 * shortest.neighboursPca(),
        100 * whole.neighboursPca());
  }

  @Override
  public String text() {
    StringBuilder text = new StringBuilder("  length    k-NN  k-NN PCA    linear  linear PCA\n");
    for (Line line : lines) {
      text.append(
          String.format(
              Locale.ROOT,
              "%8d %7.3f %9.3f %9.3f %11.3f%n",
              line.length(),
              line.neighbours(),
              line.neighboursPca(),
              line.linear(),
              line.linearPca()));
    }
    return text.toString();
  }

  @Override
  public JsonNode json() {
    ObjectNode node = Json.object().put("rows", n);
    ArrayNode array = node.putArray("prefixes");
    for (Line line : lines) {
      array
          .addObject()
          .put("length", line.length())
          .put("neighbours", line.neighbours())
          .put("neighboursPca", line.neighboursPca())
          .put("linear", line.linear())
          .put("linearPca", line.linearPca());
    }
    return node;
  }

  /** Writes {@code prefixes.json}. */
  @Override
  public void save(RunFolder folder) {
    folder.writeJson("prefixes.json", json());
  }

  @Override
  public void describe(Report report) {
    List<Chart.Point> votes = new ArrayList<>();
    List<Chart.Point> linear = new ArrayList<>();
    for (Line line : lines) {
      votes.add(new Chart.Point(line.length(), line.neighbours(), "prefix"));
      votes.add(new Chart.Point(line.length(), line.neighboursPca(), "principal components"));
      linear.add(new Chart.Point(line.length(), line.linear(), "prefix"));
      linear.add(new Chart.Point(line.length(), line.linearPca(), "principal components"));
    }
    report
        .section("What a prefix is worth")
        .chart(new Lines("Nearest neighbours", "numbers", "accuracy", votes, true, false))
        .chart(new Lines("A linear classifier", "numbers", "accuracy", linear, true, false));
  }
}
