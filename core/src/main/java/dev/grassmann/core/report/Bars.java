package dev.grassmann.core.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.io.Json;
import java.util.List;

/**
 * Horizontal bars, in the order given. Bars of one name and several groups lie below each other.
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
    boolean grouped = bars.stream().anyMatch(bar -> !bar.group().isEmpty());
    for (Bar bar : bars) {
      ObjectNode row = values.addObject().put("name", bar.name());
      VegaLite.put(row, "value", VegaLite.rounded(bar.value()));
      if (grouped) {
        row.put("group", bar.group());
      }
    }
    ObjectNode spec = VegaLite.spec(values, "bar");
    ObjectNode y = VegaLite.channel(spec, "y", "name", "nominal");
    y.putNull("sort").putNull("title");
    VegaLite.channel(spec, "x", "value", "quantitative").put("title", axis);
    if (grouped) {
      VegaLite.channel(spec, "color", "group", "nominal").putNull("title").putNull("sort");
      if (bars.stream().map(Bar::name).distinct().count() < bars.size()) {
        VegaLite.channel(spec, "yOffset", "group", "nominal").putNull("sort");
      }
    }
    VegaLite.shape(spec, "rows", false);
    return spec;
  }
}
