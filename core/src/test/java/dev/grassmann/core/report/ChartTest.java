package dev.grassmann.core.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.core.io.Json;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ChartTest {
  @Test
  void countsEveryFiniteValueOnce() {
    double[] values = {0, 1, 2, 3, 4, 4, Double.NaN, Double.POSITIVE_INFINITY};
    Histogram histogram = Histogram.of("h", "x", values, 4);
    assertArrayEquals(new double[] {0, 1, 2, 3, 4}, histogram.edges());
    assertArrayEquals(new long[] {1, 1, 1, 3}, histogram.counts()); // the largest is in the last
  }

  @Test
  void countsEqualValuesInOneBin() {
    assertArrayEquals(
        new long[] {3, 0}, Histogram.of("h", "x", new double[] {5, 5, 5}, 2).counts());
    assertArrayEquals(
        new long[] {0}, Histogram.of("h", "x", new double[] {Double.NaN}, 2).counts());
  }

  @Test
  void refusesEdgesThatDoNotFitTheCounts() {
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> new Histogram("h", "x", new double[] {0, 1}, new long[] {1, 2}));
    assertEquals("2 edges for 2 counts", refusal.getMessage());
  }

  @Test
  void showsAMissingNumberAsAGap() {
    JsonNode spec = new Bars("b", "a", List.of(new Chart.Bar("n", Double.NaN))).vegaLite();
    assertTrue(spec.at("/data/values/0/value").isNull());
  }

  @Test
  void partsTheColoursOfAMapAtZeroWhereItHasBothSigns() {
    JsonNode both = map(new double[][] {{-1, 3}, {0, 1}});
    assertEquals("[-3.0,3.0]", both.at("/encoding/color/scale/domain").toString());
    assertTrue(
        map(new double[][] {{0, 3}, {1, 1}}).at("/encoding/color/scale/domain").isMissingNode());
  }

  @Test
  void writesALargeMapAsBareNumbersRowByRow() {
    int n = 41;
    double[][] cells = new double[n][n];
    cells[1][2] = 7;
    List<String> names = Collections.nCopies(n, "n");
    JsonNode spec = new HeatMap("m", names, names, cells, "x").vegaLite();
    assertEquals(n * n, spec.at("/data/values").size());
    assertEquals(7, spec.at("/data/values/" + (n + 2)).asDouble());
    assertEquals("floor((datum.n - 1) / 41)", spec.at("/transform/1/calculate").asText());
    assertTrue(spec.at("/usermeta/canvas").asBoolean());
  }

  @Test
  void drawsDecadesOnALogarithmicAxis() {
    List<Chart.Point> points = List.of(new Chart.Point(1, 0.002, ""), new Chart.Point(2, 40, ""));
    JsonNode spec = new Lines("l", "x", "y", points, false, true).vegaLite();
    assertEquals(
        Json.parse("[0.001,0.01,0.1,1.0,10.0,100.0]", "expected"),
        spec.at("/encoding/y/axis/values"));
  }

  @Test
  void drawsBandsBelowTheirLines() {
    Lines lines =
        new Lines(
            "l",
            "x",
            "y",
            List.of(new Chart.Point(1, 2, "")),
            List.of(new Chart.Span(1, 1.5, 2.5)),
            false,
            false);
    assertEquals("area", lines.vegaLite().at("/layer/0/mark/type").asText());
    assertEquals("line", lines.vegaLite().at("/layer/1/mark/type").asText());
  }

  private static JsonNode map(double[][] cells) {
    List<String> names = List.of("a", "b");
    return new HeatMap("m", names, names, cells, "x").vegaLite();
  }
}
