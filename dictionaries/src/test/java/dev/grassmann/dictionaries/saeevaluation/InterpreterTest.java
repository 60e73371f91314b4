package dev.grassmann.dictionaries.saeevaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.result.SparseCodes;
import java.util.List;
import org.junit.jupiter.api.Test;

final class InterpreterTest {
  private static final Attributes ROWS =
      new Attributes(
          List.of("name", "first"),
          List.of(List.of("Ann", "Ben", "Cai"), List.of("yes", "no")),
          new int[][] {{0, 0, 1, 1, 2, 2, 2, 2}, {0, 1, 0, 1, 0, 1, 0, 1}});

  /** Latents active in the rows named, each. */
  private static SparseCodes codes(int[]... rowsOf) {
    SparseCodes.Builder codes = SparseCodes.builder(rowsOf.length);
    for (int row = 0; row < 8; row++) {
      for (int j = 0; j < rowsOf.length; j++) {
        for (int active : rowsOf[j]) {
          if (active == row) {
            codes.add(j, 1);
          }
        }
      }
      codes.endRow();
    }
    return codes.build();
  }

  @Test
  void findsValuesUnionsAndIntersections() {
    F1Table table =
        new Interpreter(ROWS, 10)
            .f1Table(codes(new int[] {0, 1}, new int[] {0, 1, 2, 3}, new int[] {5, 7}));
    assertEquals("name = Ann", text(table, 0));
    assertEquals("name = Ann or Ben", text(table, 1));
    assertEquals("name = Cai and first = no", text(table, 2));
    table.best().forEach(one -> assertEquals(1, one.f1(), 1e-9));
  }

  @Test
  void precisionRecallAndTheScoreOfAlwaysOnStandBesideF1() {
    F1Table table = new Interpreter(ROWS, 1).f1Table(codes(new int[] {4, 5, 6, 0}));
    Interpretation best = table.best().get(0);
    assertEquals("name = Cai", text(table, 0));
    assertEquals(0.75, best.precision(), 1e-9);
    assertEquals(0.75, best.recall(), 1e-9);
    assertEquals(0.75, best.f1(), 1e-9);
    assertEquals(2 * 0.5 / 1.5, best.alwaysOn(), 1e-9);
    assertTrue(best.precision() >= best.f1() / (2 - best.f1()) - 1e-9);
  }

  @Test
  void valuesWithoutALatentAreNotFound() {
    F1Table table = new Interpreter(ROWS, 1).f1Table(codes(new int[] {0, 1}, new int[] {2}));
    assertEquals(1 / 3.0, table.found(0, 0.8), 1e-9);
    assertEquals(2 / 3.0, table.found(0, 0.6), 1e-9);
    assertEquals(0, table.found(1, 0.8), 1e-9);
    assertEquals(2, table.latents(0, 0.8)); // the second is Ben and first = yes, exactly
  }

  @Test
  void aSilentLatentStandsForNothing() {
    F1Table table = new Interpreter(ROWS, 1).f1Table(codes(new int[] {}, new int[] {0, 1}));
    assertEquals(List.of(1), table.best().stream().map(Interpretation::latent).toList());
  }

  private static String text(F1Table table, int index) {
    return table.best().get(index).property().text(ROWS);
  }
}
