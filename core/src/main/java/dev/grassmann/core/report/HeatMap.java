package dev.grassmann.core.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.io.Json;
import java.util.Arrays;
import java.util.List;

/**
 * A matrix of numbers as coloured cells; at most about 200 × 200, larger ones are to be thinned
 * first.
 *
 * @param rows names of the rows, top to bottom
 * @param columns names of the columns, left to right
 * @param cells the numbers, one array a row
 * @param measure what the numbers are
 */
public record HeatMap(
    String title, List<String> rows, List<String> columns, double[][] cells, String measure)
    implements Chart {
  public HeatMap {
    rows = List.copyOf(rows);
    columns = List.copyOf(columns);
    cells = Arrays.stream(cells).map(double[]::clone).toArray(double[][]::new);
  }

  @Override
  public JsonNode vegaLite() {
    ArrayNode values = Json.array();
    for (int i = 0; i < cells.length; i++) {
      for (int j = 0; j < cells[i].length; j++) {
        ObjectNode row = values.addObject().put("row", rows.get(i)).put("column", columns.get(j));
        VegaLite.put(row, "value", cells[i][j]);
      }
    }
    ObjectNode spec = VegaLite.spec(values, "rect");
    VegaLite.channel(spec, "y", "row", "nominal").putNull("sort").putNull("title");
    VegaLite.channel(spec, "x", "column", "nominal").putNull("sort").putNull("title");
    VegaLite.channel(spec, "color", "value", "quantitative").put("title", measure);
    return spec;
  }
}
