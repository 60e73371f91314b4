package dev.grassmann.core.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.io.Json;
import java.util.List;

/** A cloud of points; each point's label shows when pointed at. */
public record Points(
    String title, String xAxis, String yAxis, List<Point> points, boolean logX, boolean logY)
    implements Chart {
  public Points {
    points = List.copyOf(points);
  }

  public Points(String title, String xAxis, String yAxis, List<Point> points) {
    this(title, xAxis, yAxis, points, false, false);
  }

  @Override
  public JsonNode vegaLite() {
    ObjectNode spec = VegaLite.spec(Lines.values(points), "point");
    ((ObjectNode) spec.get("mark")).put("filled", true);
    Lines.axes(spec, xAxis, yAxis, logX, logY, points);
    ArrayNode tooltip = Json.array();
    for (String field : List.of("label", "series", "x", "y")) {
      tooltip.addObject().put("field", field);
    }
    ((ObjectNode) spec.get("encoding")).set("tooltip", tooltip);
    return spec;
  }
}
