package dev.grassmann.core.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.io.Json;
import java.math.BigDecimal;
import java.math.MathContext;

/** The pieces that the charts' specifications are put together from. */
final class VegaLite {
  private static final MathContext DIGITS = new MathContext(5);

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

  /**
   * Says how the page is to lay the chart out.
   *
   * @param shape {@code rows}: as high as it has rows; {@code cells}: cells about square; {@code
   *     wide}: as wide as the page
   * @param canvas whether it has too many marks to be elements of the page
   */
  static ObjectNode shape(ObjectNode spec, String shape, boolean canvas) {
    ObjectNode meta = spec.putObject("usermeta").put("shape", shape);
    if (canvas) {
      meta.put("canvas", true);
    }
    return meta;
  }

  /** To five significant digits, more than a picture shows: halves the page. */
  static double rounded(double value) {
    if (!Double.isFinite(value) || value == 0) {
      return value;
    }
    return new BigDecimal(value).round(DIGITS).doubleValue();
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
