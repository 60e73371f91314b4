package dev.grassmann.core.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.io.Json;
import java.util.List;

/**
 * One line a series, points joined in order of x.
 *
 * @param bands spans around the lines, e.g. of a standard deviation; may be empty
 * @param logX whether the x axis is logarithmic
 * @param logY whether the y axis is logarithmic
 */
public record Lines(
    String title,
    String xAxis,
    String yAxis,
    List<Point> points,
    List<Span> bands,
    boolean logX,
    boolean logY)
    implements Chart {
  /** From here on a mark on every point hides the line. */
  private static final int MARKED = 100;

  public Lines {
    points = List.copyOf(points);
    bands = List.copyOf(bands);
  }

  public Lines(
      String title, String xAxis, String yAxis, List<Point> points, boolean logX, boolean logY) {
    this(title, xAxis, yAxis, points, List.of(), logX, logY);
  }

  public Lines(String title, String xAxis, String yAxis, List<Point> points) {
    this(title, xAxis, yAxis, points, List.of(), false, false);
  }

  @Override
  public JsonNode vegaLite() {
    ObjectNode line = Json.object();
    ObjectNode mark = line.putObject("mark").put("type", "line").put("tooltip", true);
    if (points.size() <= MARKED) {
      mark.putObject("point").put("size", 34).put("opacity", 1);
    }
    line.putObject("encoding");
    axes(line, xAxis, yAxis, logX, logY, points);
    ObjectNode spec;
    if (bands.isEmpty()) {
      spec = VegaLite.spec(values(points), "line");
      spec.set("mark", mark);
      spec.set("encoding", line.get("encoding"));
    } else {
      spec = Json.object();
      line.putObject("data").set("values", values(points));
      spec.putArray("layer").add(band()).add(line);
    }
    VegaLite.shape(spec, "wide", false);
    return spec;
  }

  private ObjectNode band() {
    ArrayNode values = Json.array();
    for (Span span : bands) {
      ObjectNode row = values.addObject().put("series", span.series());
      VegaLite.put(row, "x", VegaLite.rounded(span.x()));
      VegaLite.put(row, "low", VegaLite.rounded(span.low()));
      VegaLite.put(row, "high", VegaLite.rounded(span.high()));
    }
    ObjectNode area = VegaLite.spec(values, "area");
    ((ObjectNode) area.get("mark")).put("tooltip", false);
    scale(VegaLite.channel(area, "x", "x", "quantitative").put("title", xAxis), logX);
    scale(VegaLite.channel(area, "y", "low", "quantitative").put("title", yAxis), logY);
    ((ObjectNode) area.get("encoding")).putObject("y2").put("field", "high");
    if (bands.stream().anyMatch(span -> !span.series().isEmpty())) {
      VegaLite.channel(area, "color", "series", "nominal").putNull("title");
    }
    return area;
  }

  static ArrayNode values(List<Point> points) {
    ArrayNode values = Json.array();
    for (Point point : points) {
      ObjectNode row = values.addObject();
      VegaLite.put(row, "x", VegaLite.rounded(point.x()));
      VegaLite.put(row, "y", VegaLite.rounded(point.y()));
      if (!point.series().isEmpty()) {
        row.put("series", point.series());
      }
      if (!point.label().isEmpty()) {
        row.put("label", point.label());
      }
    }
    return values;
  }

  static void axes(
      ObjectNode spec, String x, String y, boolean logX, boolean logY, List<Point> points) {
    ObjectNode across = VegaLite.channel(spec, "x", "x", "quantitative").put("title", x);
    ObjectNode up = VegaLite.channel(spec, "y", "y", "quantitative").put("title", y);
    scale(across, logX);
    scale(up, logY);
    if (logX) {
      VegaLite.decades(across, points.stream().mapToDouble(Point::x));
    }
    if (logY) {
      VegaLite.decades(up, points.stream().mapToDouble(Point::y));
    }
    if (points.stream().anyMatch(point -> !point.series().isEmpty())) {
      ObjectNode colour = VegaLite.channel(spec, "color", "series", "nominal");
      colour.putNull("title").putNull("sort");
    }
  }

  private static void scale(ObjectNode channel, boolean log) {
    ObjectNode scale = channel.putObject("scale");
    if (log) {
      scale.put("type", "log");
    } else {
      scale.put("zero", false).put("nice", true);
    }
  }
}
