package dev.grassmann.dictionaries.saeevaluation;

import com.fasterxml.jackson.databind.JsonNode;
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

/**
 * What is found of attributes as one of them is shrunk.
 *
 * @param attributes their names
 * @param shrunk number of the one that is shrunk
 * @param threshold F1 from which a value counts as found
 * @param points in the order of the shares given
 */
public record OcclusionCurve(
    List<String> attributes, int shrunk, double threshold, List<Point> points) implements Result {
  public OcclusionCurve {
    attributes = List.copyOf(attributes);
    points = List.copyOf(points);
  }

  /**
   * One dictionary.
   *
   * @param share of the attribute that was taken away
   * @param fvu of the dictionary on the rows that it learnt from
   * @param found for each attribute the share of its values with a latent of their own
   */
  public record Point(double share, double fvu, List<Double> found) {
    public Point {
      found = List.copyOf(found);
    }
  }

  @Override
  public String headline() {
    int most = -1;
    double rise = 0;
    Point first = points.get(0);
    for (int a = 0; a < attributes.size(); a++) {
      for (Point point : points) {
        double gained = point.found().get(a) - first.found().get(a);
        if (a != shrunk && gained > rise) {
          rise = gained;
          most = a;
        }
      }
    }
    if (most < 0) {
      return "no attribute gains latents as " + attributes.get(shrunk) + " is shrunk";
    }
    return String.format(
        Locale.ROOT,
        "%s hides %s: values of %s with a latent rise from %.1f%% to %.1f%% as %s is shrunk",
        attributes.get(shrunk),
        attributes.get(most),
        attributes.get(most),
        100 * first.found().get(most),
        100 * (first.found().get(most) + rise),
        attributes.get(shrunk));
  }

  private List<String> header() {
    List<String> header = new ArrayList<>(List.of(attributes.get(shrunk) + " taken away", "FVU"));
    attributes.forEach(name -> header.add(name + " found"));
    return header;
  }

  private List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    for (Point point : points) {
      List<String> row = new ArrayList<>();
      row.add(String.format(Locale.ROOT, "%.0f%%", 100 * point.share()));
      row.add(JudgeText.number(point.fvu()));
      point.found().forEach(f -> row.add(String.format(Locale.ROOT, "%.1f%%", 100 * f)));
      rows.add(row);
    }
    return rows;
  }

  @Override
  public String text() {
    StringBuilder text = new StringBuilder();
    JudgeText.table(text, header(), rows());
    return text.toString();
  }

  @Override
  public JsonNode json() {
    ObjectNode node = Json.object();
    node.put("shrunk", attributes.get(shrunk)).put("f1", threshold);
    var list = node.putArray("points");
    for (Point point : points) {
      ObjectNode one = list.addObject().put("share", point.share()).put("fvu", point.fvu());
      for (int a = 0; a < attributes.size(); a++) {
        one.put(attributes.get(a), point.found().get(a));
      }
    }
    return node;
  }

  /** Writes {@code occlusion.json} and {@code occlusion.csv}. */
  @Override
  public void save(RunFolder folder) {
    folder.writeJson("occlusion.json", json());
    StringBuilder csv = new StringBuilder("share,fvu," + String.join(",", attributes) + "\n");
    for (Point point : points) {
      csv.append(point.share()).append(',').append(point.fvu());
      point.found().forEach(found -> csv.append(',').append(found));
      csv.append('\n');
    }
    folder.writeText("occlusion.csv", csv.toString());
  }

  @Override
  public void describe(Report report) {
    List<Chart.Point> lines = new ArrayList<>();
    for (Point point : points) {
      for (int a = 0; a < attributes.size(); a++) {
        lines.add(new Chart.Point(point.share(), point.found().get(a), attributes.get(a)));
      }
    }
    report.chart(
        new Lines(
            "Values with a latent of their own",
            "share of " + attributes.get(shrunk) + " taken away",
            "share of values found",
            lines));
    report.text(
        String.format(
            Locale.ROOT,
            "A value is found where a latent matches it with F1 of at least %s. For each point a"
                + " dictionary was learnt anew.",
            threshold));
    report.table("Found", header(), rows());
  }
}
