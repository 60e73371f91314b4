package dev.grassmann.core.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.io.Json;
import java.util.List;

/**
 * Horizontal bars, in the order given.
 *
 * @param axis what the numbers are, with unit
 */
public record Bars(String title, String axis, List<Bar> bars) implements Chart {
  public Bars {
    bars = List.copyOf(bars);
  }

  @Override
  public JsonNode vegaLite() {
    ArrayNode values = Json.array();
    for (Bar bar : bars) {
      ObjectNode row = values.addObject().put("name", bar.name()).put("group", bar.group());
      VegaLite.put(row, "value", bar.value());
    }
    ObjectNode spec = VegaLite.spec(values, "bar");
    ObjectNode y = VegaLite.channel(spec, "y", "name", "nominal");
    y.putNull("sort").putNull("title");
    VegaLite.channel(spec, "x", "value", "quantitative").put("title", axis);
    if (bars.stream().anyMatch(bar -> !bar.group().isEmpty())) {
      VegaLite.channel(spec, "color", "group", "nominal").putNull("title");
    }
    return spec;
  }
}
