package dev.grassmann.core.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A cloud of points; each point's label shows when pointed at. */
public record Points(
    String title, String xAxis, String yAxis, List<Point> points, boolean logX, boolean logY)
    implements Chart {
  /** From here on one element of the page for every point makes it slow: drawn on a canvas. */
  private static final int MANY = 2_000;

  private static final int CROWD = 400;

  public Points {
    points = List.copyOf(points);
  }

  public Points(String title, String xAxis, String yAxis, List<Point> points) {
    this(title, xAxis, yAxis, points, false, false);
  }

  @Override
  public JsonNode vegaLite() {
    ObjectNode spec = VegaLite.spec(Lines.values(points), "point");
    ObjectNode mark = ((ObjectNode) spec.get("mark")).put("filled", true);
    if (points.size() > CROWD) {
      mark.put("size", points.size() > MANY ? 10 : 20).put("opacity", 0.55);
    }
    Lines.axes(spec, xAxis, yAxis, logX, logY, points);
    ArrayNode tooltip = ((ObjectNode) spec.get("encoding")).putArray("tooltip");
    if (points.stream().anyMatch(point -> !point.label().isEmpty())) {
      tooltip.addObject().put("field", "label").put("title", "is");
    }
    if (points.stream().anyMatch(point -> !point.series().isEmpty())) {
      tooltip.addObject().put("field", "series").put("title", "in");
    }
    tooltip.addObject().put("field", "x").put("title", xAxis);
    tooltip.addObject().put("field", "y").put("title", yAxis);
    VegaLite.shape(spec, "wide", points.size() > MANY);
    return spec;
  }
}
