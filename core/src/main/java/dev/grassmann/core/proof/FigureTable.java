package dev.grassmann.core.proof;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Figures that another program gave, from a resource of comma-separated values: a header, then a
 * name and numbers a line.
 *
 * @param rows names of the lines, in their order
 * @param columns numbers by the header's names, each as long as {@code rows}
 */
public record FigureTable(List<String> rows, Map<String, double[]> columns) {
  /** Reads the resource {@code name} that lies beside a class. */
  public static FigureTable read(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      List<String[]> lines =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .map(line -> line.split(",", -1))
              .toList();
      List<String[]> body = lines.subList(1, lines.size());
      Map<String, double[]> columns = new LinkedHashMap<>();
      String[] header = lines.get(0);
      for (int c = 1; c < header.length; c++) {
        int column = c;
        columns.put(
            header[c], body.stream().mapToDouble(l -> Double.parseDouble(l[column])).toArray());
      }
      return new FigureTable(body.stream().map(line -> line[0]).toList(), columns);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
