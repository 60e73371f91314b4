package dev.grassmann.core.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.io.Json;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.DoubleSummaryStatistics;
import java.util.stream.DoubleStream;

/** The pieces that the charts' specifications are put together from. */
final class VegaLite {
  private static final MathContext DIGITS = new MathContext(7);

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

  /** To seven significant digits, more than a picture shows: keeps the page small. */
  static double rounded(double value) {
    if (!Double.isFinite(value) || value == 0) {
      return value;
    }
    return new BigDecimal(value).round(DIGITS).doubleValue();
  }

  /**
   * Grid lines of a logarithmic axis: powers of ten, and for less than two decades 2 and 5 times
   * those as well. Vega would draw all of 1 to 9.
   */
  static void decades(ObjectNode channel, DoubleStream numbers) {
    DoubleSummaryStatistics range =
        numbers.filter(v -> Double.isFinite(v) && v > 0).summaryStatistics();
    if (range.getCount() == 0) {
      return;
    }
    ArrayNode values = channel.putObject("axis").putArray("values");
    boolean fine = range.getMax() / range.getMin() < 100;
    int first = (int) Math.floor(Math.log10(range.getMin()));
    int last = (int) Math.ceil(Math.log10(range.getMax()));
    for (int power = first; power <= last; power++) {
      values.add(BigDecimal.ONE.scaleByPowerOfTen(power).doubleValue());
      if (fine && power < last) {
        values.add(BigDecimal.valueOf(2).scaleByPowerOfTen(power).doubleValue());
        values.add(BigDecimal.valueOf(5).scaleByPowerOfTen(power).doubleValue());
      }
    }
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
