package dev.grassmann.tables.outrank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.core.data.Column;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Numbers of the reference implementation's transforms; {@code make_transforms.py} wrote them. */
class TransformParityTest {
  /** They make a row's number of the rows above it, or of another row. */
  private static final Set<String> OF_THE_ORDER =
      Set.of(
          "cumulative_sum",
          "cumulative_prod",
          "diff",
          "cumulative_sum_abs",
          "cumulative_prod_abs",
          "diff_abs",
          "reverse",
          "sort",
          "argsort",
          "reverse_squared",
          "sort_squared",
          "argsort_squared");

  private static double[] numbers(JsonNode node) {
    return StreamSupport.stream(node.spliterator(), false)
        .mapToDouble(
            number ->
                number.isNull()
                    ? Double.NaN
                    : number.isTextual()
                        ? (number.asText().equals("inf") ? 1 : -1) * Double.POSITIVE_INFINITY
                        : number.asDouble())
        .toArray();
  }

  private static boolean same(double[] expected, Column.Numeric actual, double tolerance) {
    for (int i = 0; i < expected.length; i++) {
      double a = expected[i];
      double b = actual.number(i);
      boolean close = Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a));
      if (!close && Double.compare(a, b) != 0 && !(a == b)) {
        return false;
      }
    }
    return true;
  }

  /** What of a set of the reference no transform of ours computes. */
  private static List<String> missing(JsonNode all, String set, Transforms ours, double tolerance) {
    Column.Numeric x = new Column.Numeric("x", numbers(all.get("numbers")), false);
    List<Column.Numeric> made = ours.list().stream().map(t -> t.of(x)).toList();
    List<String> missing = new ArrayList<>();
    for (var entry : all.get(set).properties()) {
      double[] expected = numbers(entry.getValue());
      if (!OF_THE_ORDER.contains(entry.getKey())
          && made.stream().noneMatch(column -> same(expected, column, tolerance))) {
        missing.add(entry.getKey());
      }
    }
    return missing;
  }

  @Test
  void theVerboseSetComputesWhatTheReferenceDoesUnlessItAsksForTheOrderOfTheRows()
      throws IOException {
    JsonNode all = Fixtures.json("transforms.json");
    assertEquals(List.of(), missing(all, "verbose", Transforms.VERBOSE, 1e-9));
    assertTrue(
        missing(all, "verbose", Transforms.EXTENDED, 1e-9).size() > 100, "the test tells nothing");
  }

  @Test
  void roundedTransformsAreThoseOfTheReference() throws IOException {
    JsonNode all = Fixtures.json("transforms.json");
    assertEquals(List.of(), missing(all, "extended_rounded", Transforms.EXTENDED_ROUNDED, 1e-6));
  }
}
