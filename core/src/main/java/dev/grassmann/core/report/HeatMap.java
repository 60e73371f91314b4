package dev.grassmann.core.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.io.Json;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/**
 * A matrix of numbers as coloured cells; at most about 200 × 200, larger ones are to be thinned
 * first. With more than 40 rows or columns the names are left out, since nobody could read them.
 * Numbers on both sides of 0 get colours that part at 0.
 *
 * @param rows names of the rows, top to bottom
 * @param columns names of the columns, left to right
 * @param cells the numbers, one array a row
 * @param measure what the numbers are
 * @param edges of each row, how many of its cells lie left of a line that is drawn; empty for none
 */
public record HeatMap(
    String title,
    List<String> rows,
    List<String> columns,
    double[][] cells,
    String measure,
    int[] edges)
    implements Chart {
  private static final int NAMED = 40;

  public HeatMap {
    rows = List.copyOf(rows);
    columns = List.copyOf(columns);
    cells = Arrays.stream(cells).map(double[]::clone).toArray(double[][]::new);
    edges = edges.clone();
  }

  /** Without a line. */
  public HeatMap(
      String title, List<String> rows, List<String> columns, double[][] cells, String measure) {
    this(title, rows, columns, cells, measure, new int[0]);
  }

  /** The same with a line; with more rows or columns than have names it is left out. */
  public HeatMap withEdges(int[] value) {
    return new HeatMap(title, rows, columns, cells, measure, value);
  }

  @Override
  public JsonNode vegaLite() {
    boolean named = rows.size() <= NAMED && columns.size() <= NAMED;
    ObjectNode spec = named ? named() : compact();
    ObjectNode colour = VegaLite.channel(spec, "color", "value", "quantitative");
    colour.put("title", measure);
    // in other colour spaces a ramp through white takes a turn through turquoise
    ObjectNode scale = colour.putObject("scale").put("interpolate", "rgb");
    double low = extreme(Math::min);
    double high = extreme(Math::max);
    if (low < 0 && high > 0) {
      double reach = Math.max(-low, high);
      scale.put("domainMid", 0).putArray("domain").add(-reach).add(reach);
    }
    ObjectNode whole = named && edges.length > 0 ? lined(spec) : spec;
    VegaLite.shape(whole, "cells", !named).put("rows", rows.size()).put("columns", columns.size());
    return whole;
  }

  /** The cells, and over them an upright stroke in each row. */
  private ObjectNode lined(ObjectNode spec) {
    ArrayNode strokes = Json.array();
    for (int i = 0; i < edges.length; i++) {
      if (edges[i] > 0 && edges[i] < columns.size()) {
        strokes.addObject().put("row", rows.get(i)).put("column", columns.get(edges[i]));
      }
    }
    ObjectNode rule = VegaLite.spec(strokes, "rule");
    ((ObjectNode) rule.get("mark")).put("strokeWidth", 3).put("tooltip", false);
    VegaLite.channel(rule, "x", "column", "nominal").putNull("sort").put("bandPosition", 0);
    VegaLite.channel(rule, "y", "row", "nominal").putNull("sort").put("bandPosition", 0);
    ((ObjectNode) rule.get("encoding")).putObject("y2").put("field", "row").put("bandPosition", 1);
    ObjectNode whole = Json.object();
    whole.putArray("layer").add(spec).add(rule);
    return whole;
  }

  private ObjectNode named() {
    ArrayNode values = Json.array();
    for (int i = 0; i < cells.length; i++) {
      for (int j = 0; j < cells[i].length; j++) {
        ObjectNode row = values.addObject().put("row", rows.get(i)).put("column", columns.get(j));
        VegaLite.put(row, "value", VegaLite.rounded(cells[i][j]));
      }
    }
    ObjectNode spec = VegaLite.spec(values, "rect");
    VegaLite.channel(spec, "y", "row", "nominal").putNull("sort").putNull("title");
    VegaLite.channel(spec, "x", "column", "nominal").putNull("sort").putNull("title");
    return spec;
  }

  /** Bare numbers, row by row; the specification counts out which cell each is. */
  private ObjectNode compact() {
    ArrayNode values = Json.array();
    for (double[] row : cells) {
      for (double value : row) {
        if (Double.isFinite(value)) {
          values.add(VegaLite.rounded(value));
        } else {
          values.addNull();
        }
      }
    }
    ObjectNode spec = VegaLite.spec(values, "rect");
    ArrayNode transform = spec.putArray("transform");
    ObjectNode window = transform.addObject();
    window.putArray("window").addObject().put("op", "row_number").put("as", "n");
    String width = Integer.toString(columns.size());
    transform.addObject().put("calculate", "floor((datum.n - 1) / " + width + ")").put("as", "row");
    transform.addObject().put("calculate", "(datum.n - 1) % " + width).put("as", "column");
    transform.addObject().put("calculate", "datum.data").put("as", "value");
    VegaLite.channel(spec, "y", "row", "ordinal").putNull("axis");
    VegaLite.channel(spec, "x", "column", "ordinal").putNull("axis");
    return spec;
  }

  private double extreme(DoubleBinaryOperator chooser) {
    return Arrays.stream(cells)
        .flatMapToDouble(Arrays::stream)
        .filter(Double::isFinite)
        .reduce(chooser)
        .orElse(0);
  }
}
