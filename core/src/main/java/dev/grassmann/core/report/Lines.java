package dev.grassmann.core.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.io.Json;
import java.util.List;

/**
 * One line a series, points joined in order of x.
 *
 * @param logX whether the x axis is logarithmic
 * @param logY whether the y axis is logarithmic
 */
public record Lines(
    String title, String xAxis, String yAxis, List<Point> points, boolean logX, boolean logY)
    implements Chart {
  public Lines {
    points = List.copyOf(points);
  }

  public Lines(String title, String xAxis, String yAxis, List<Point> points) {
    this(title, xAxis, yAxis, points, false, false);
  }

  @Override
  public JsonNode vegaLite() {
    ObjectNode spec = VegaLite.spec(values(points), "line");
    ((ObjectNode) spec.get("mark")).put("point", points.size() <= 100);
    axes(spec, xAxis, yAxis, logX, logY, points);
    return spec;
  }

  static ArrayNode values(List<Point> points) {
    ArrayNode values = Json.array();
    for (Point point : points) {
      ObjectNode row = values.addObject();
      VegaLite.put(row, "x", point.x());
      VegaLite.put(row, "y", point.y());
      row.put("series", point.series());
      if (!point.label().isEmpty()) {
        row.put("label", point.label());
      }
    }
    return values;
  }

  static void axes(
      ObjectNode spec, String x, String y, boolean logX, boolean logY, List<Point> points) {
    scale(VegaLite.channel(spec, "x", "x", "quantitative").put("title", x), logX);
    scale(VegaLite.channel(spec, "y", "y", "quantitative").put("title", y), logY);
    if (points.stream().anyMatch(point -> !point.series().isEmpty())) {
      VegaLite.channel(spec, "color", "series", "nominal").putNull("title");
    }
  }

  private static void scale(ObjectNode channel, boolean log) {
    if (log) {
      channel.putObject("scale").put("type", "log");
    } else {
      channel.putObject("scale").put("zero", false);
    }
  }
}
