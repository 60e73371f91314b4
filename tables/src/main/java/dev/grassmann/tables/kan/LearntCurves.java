package dev.grassmann.tables.kan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.Result;
import dev.grassmann.core.io.CsvText;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.report.Chart;
import dev.grassmann.core.report.Lines;
import dev.grassmann.core.report.Report;
import dev.grassmann.core.run.RunFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a network has learnt of the columns that it uses most.
 *
 * @param table what the table is called
 * @param target name of the column that is explained
 * @param rows that the network was trained on
 * @param answers names of the classes, or the target's
 * @param features the largest first
 * @param network the network itself
 */
public record LearntCurves(
    String table,
    String target,
    long rows,
    List<String> answers,
    List<Feature> features,
    Kan network)
    implements Result {

  public LearntCurves {
    answers = List.copyOf(answers);
    features = List.copyOf(features);
  }

  /**
   * One feature.
   *
   * @param name the column's, or {@code column=value}
   * @param energy root of its curves' mean variance over rows and units
   * @param points where the curves are given, in the table's own numbers
   * @param curves of the units that it moves most
   * @param responses of the whole network, the other features at their means
   */
  public record Feature(
      String name, double energy, double[] points, List<Curve> curves, List<Response> responses) {
    public Feature {
      curves = List.copyOf(curves);
      responses = List.copyOf(responses);
    }
  }

  /** A curve of the first layer, to one unit: a base part and a spline part that are added. */
  public record Curve(int unit, double[] base, double[] spline) {}

  /** One output along the feature: a logit, or a number as the target has them. */
  public record Response(String answer, double[] values) {}

  @Override
  public String headline() {
    List<String> names = features.stream().limit(3).map(Feature::name).toList();
    return "The network uses "
        + String.join(", ", names)
        + (names.size() > 1 ? " most." : " only.");
  }

  @Override
  public String text() {
    StringBuilder text = new StringBuilder("feature                            energy  goes\n");
    for (Feature feature : features) {
      double[] y = feature.responses().get(feature.responses().size() - 1).values();
      text.append(
          String.format(
              Locale.ROOT,
              "%-34s %7.4f  %s %.4g at %.4g, %.4g in the middle, %.4g at %.4g%n",
              feature.name(),
              feature.energy(),
              feature.responses().get(feature.responses().size() - 1).answer(),
              y[0],
              feature.points()[0],
              y[y.length / 2],
              y[y.length - 1],
              feature.points()[y.length - 1]));
    }
    return text.toString();
  }

  @Override
  public JsonNode json() {
    ObjectNode node = Json.object();
    node.put("table", table).put("target", target).put("rows", rows);
    node.set("answers", Json.tree(answers));
    node.set("features", Json.tree(features));
    return node;
  }

  /** Writes {@code curves.csv}, {@code curves.json} and the network, {@code kan.safetensors}. */
  @Override
  public void save(RunFolder folder) {
    folder.writeJson("curves.json", json());
    folder.writeText("curves.csv", csv());
    network.save(folder, "kan.safetensors");
  }

  private String csv() {
    StringBuilder csv = new StringBuilder("feature,kind,name,x,base,spline,y\n");
    for (Feature feature : features) {
      for (int i = 0; i < feature.points().length; i++) {
        for (Curve curve : feature.curves()) {
          csv.append(CsvText.cell(feature.name())).append(",curve,").append(curve.unit());
          csv.append(',').append(feature.points()[i]).append(',').append(curve.base()[i]);
          csv.append(',').append(curve.spline()[i]).append(',');
          csv.append(curve.base()[i] + curve.spline()[i]).append('\n');
        }
        for (Response response : feature.responses()) {
          csv.append(CsvText.cell(feature.name())).append(",response,");
          csv.append(CsvText.cell(response.answer())).append(',');
          csv.append(feature.points()[i]).append(",,,").append(response.values()[i]).append('\n');
        }
      }
    }
    return csv.toString();
  }

  @Override
  public void describe(Report report) {
    report.section("What the network answers along each feature");
    report.text("All other features stay at their means.");
    for (Feature feature : features) {
      List<Chart.Point> points = new ArrayList<>();
      for (Response response : feature.responses()) {
        add(points, feature, response.values(), response.answer());
      }
      report.chart(new Lines(feature.name(), feature.name(), target, points));
    }
    report.section("The curves of the first layer");
    report.text("Those of the units that a feature moves most.");
    for (Feature feature : features) {
      List<Chart.Point> points = new ArrayList<>();
      for (Curve curve : feature.curves()) {
        double[] whole = new double[curve.base().length];
        for (int i = 0; i < whole.length; i++) {
          whole[i] = curve.base()[i] + curve.spline()[i];
        }
        add(points, feature, whole, "unit " + curve.unit());
      }
      report.chart(new Lines("Curves of " + feature.name(), feature.name(), "phi", points));
    }
  }

  private static void add(List<Chart.Point> points, Feature feature, double[] y, String series) {
    for (int i = 0; i < y.length; i++) {
      points.add(new Chart.Point(feature.points()[i], y[i], series));
    }
  }
}
