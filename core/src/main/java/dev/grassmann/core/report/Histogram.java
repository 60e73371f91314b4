package dev.grassmann.core.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.io.Json;

/**
 * How many values fall between edges.
 *
 * @param xAxis what the values are, with unit
 * @param edges ascending, one more than counts
 * @param counts values from each edge up to the next
 */
public record Histogram(String title, String xAxis, double[] edges, long[] counts)
    implements Chart {
  public Histogram {
    if (edges.length != counts.length + 1) {
      throw new IllegalArgumentException(edges.length + " edges for " + counts.length + " counts");
    }
    edges = edges.clone();
    counts = counts.clone();
  }

  /**
   * Counts finite values in bins of equal width.
   *
   * @param bins at least 1
   */
  public static Histogram of(String title, String xAxis, double[] values, int bins) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      if (Double.isFinite(value)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    if (low > high) { // no finite value at all
      return new Histogram(title, xAxis, new double[] {0, 1}, new long[1]);
    }
    double width = high > low ? (high - low) / bins : 1;
    double[] edges = new double[bins + 1];
    for (int i = 0; i <= bins; i++) {
      edges[i] = low + i * width;
    }
    long[] counts = new long[bins];
    for (double value : values) {
      if (Double.isFinite(value)) {
        counts[Math.min(bins - 1, (int) ((value - low) / width))]++;
      }
    }
    return new Histogram(title, xAxis, edges, counts);
  }

  @Override
  public JsonNode vegaLite() {
    ArrayNode values = Json.array();
    for (int i = 0; i < counts.length; i++) {
      ObjectNode bin = values.addObject();
      bin.put("from", VegaLite.rounded(edges[i])).put("to", VegaLite.rounded(edges[i + 1]));
      bin.put("count", counts[i]);
    }
    ObjectNode spec = VegaLite.spec(values, "bar");
    ObjectNode x = VegaLite.channel(spec, "x", "from", "quantitative");
    x.put("title", xAxis).put("bin", "binned");
    ((ObjectNode) spec.get("encoding")).putObject("x2").put("field", "to");
    VegaLite.channel(spec, "y", "count", "quantitative").put("title", "count").putNull("stack");
    ((ObjectNode) spec.get("mark")).put("cornerRadiusEnd", 0).put("binSpacing", 1);
    VegaLite.shape(spec, "wide", false);
    return spec;
  }

  /** A copy. */
  @Override
  public double[] edges() {
    return edges.clone();
  }

  /** A copy. */
  @Override
  public long[] counts() {
    return counts.clone();
  }
}
