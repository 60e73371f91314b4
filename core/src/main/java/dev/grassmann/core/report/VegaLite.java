package dev.grassmann.core.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.io.Json;

/** The pieces that the charts' specifications are put together from. */
final class VegaLite {
  private VegaLite() {}

  static ObjectNode spec(ArrayNode values, String mark) {
    ObjectNode spec = Json.object();
    spec.putObject("data").set("values", values);
    spec.putObject("mark").put("type", mark).put("tooltip", true);
    spec.putObject("encoding");
    return spec;
  }

  static ObjectNode channel(ObjectNode spec, String channel, String field, String type) {
    return ((ObjectNode) spec.get("encoding"))
        .putObject(channel)
        .put("field", field)
        .put("type", type);
  }

  /** Puts a finite number; Vega shows null as a gap, and JSON has no NaN. */
  static void put(ObjectNode row, String field, double value) {
    if (Double.isFinite(value)) {
      row.put(field, value);
    } else {
      row.putNull(field);
    }
  }
}
