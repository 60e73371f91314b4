package dev.grassmann.tables.quickselection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasureTest {
  private static final JsonNode TRUTH = Fixture.read("rankings.json");
  private static final Connections FIRST = Fixture.layer(TRUTH.get("first"), 6, 4);
  private static final Connections SECOND = Fixture.layer(TRUTH.get("second"), 4, 6);

  @Test
  void strengthIsTheSumOfAbsoluteWeights() {
    // W1 = [[1, -2], [0, 3]]
    Connections first =
        Connections.at(2, 2, new long[] {0, 2, 3}, new float[] {1, -2, 3}, new float[3]);
    Connections second = Connections.at(2, 2, new long[] {1}, new float[] {-7}, new float[1]);
    assertArrayEquals(new double[] {3, 3}, Measure.STRENGTH.scores(first, second));
    assertArrayEquals(new double[] {2, 1}, Measure.DEGREE.scores(first, second));
    assertArrayEquals(new double[] {7, 0}, Measure.OUTPUT_STRENGTH.scores(first, second));
    assertArrayEquals(new double[] {1, 0}, Measure.OUTPUT_DEGREE.scores(first, second));
  }

  @ParameterizedTest
  @CsvSource({"Node Strength(in), STRENGTH", "Node Strength(out), OUTPUT_STRENGTH"})
  void ordersAreTheReleasedPrograms(String name, Measure measure) {
    double[] score = measure.scores(FIRST, SECOND);
    List<Integer> order =
        IntStream.range(0, 6)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer j) -> score[j]).reversed())
            .toList();
    List<Integer> expected =
        IntStream.range(0, 6)
            .map(i -> TRUTH.get("order").get(name).get(i).asInt())
            .boxed()
            .toList();
    assertEquals(expected, order);
  }

  @ParameterizedTest
  @CsvSource({"Node Degree(in), DEGREE", "Node Degree(out), OUTPUT_DEGREE"})
  void degreesAreNumbersOfConnections(String name, Measure measure) {
    double[] expected = new double[6];
    Arrays.setAll(expected, j -> TRUTH.get("degree").get(name).get(j).asDouble());
    assertArrayEquals(expected, measure.scores(FIRST, SECOND));
  }

  @Test
  void inTwoStagesOnlyTheStrongestHiddenUnitsCount() {
    // hidden unit 0 has strength 5 + 1, hidden unit 1 has 4 + 0: the half that counts is unit 0
    Connections first =
        Connections.at(2, 2, new long[] {0, 1, 3}, new float[] {-2, 3, 4}, new float[3]);
    Connections second = Connections.at(2, 2, new long[] {2}, new float[] {1}, new float[1]);
    assertArrayEquals(new double[] {2, 3}, Measure.STRENGTH_IN_OUT.scores(first, second));
    assertArrayEquals(new double[] {0, 1}, Measure.STRENGTH_OUT_IN.scores(first, second));
    assertArrayEquals(new double[] {1, 1}, Measure.DEGREE_IN_OUT.scores(first, second));
    assertArrayEquals(new double[] {0, 1}, Measure.DEGREE_OUT_IN.scores(first, second));
  }
}
