package dev.grassmann.tables.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class MeasuresTest {
  @Test
  void stabilityOfASmallExample() {
    // pairs share 1, 2 and 1 of two columns out of five
    List<List<String>> choices = List.of(List.of("a", "b"), List.of("b", "c"), List.of("c", "b"));
    Stability stability = Stability.of(choices, 5);
    assertEquals((1 / 3.0 + 1 / 3.0 + 1) / 3, stability.jaccard(), 1e-12);
    // (shared - 4/5) / (2 - 4/5): 1/6, 1/6, 1
    assertEquals((1 / 6.0 + 1 / 6.0 + 1) / 3, stability.kuncheva(), 1e-12);
  }

  @Test
  void allColumnsAreStableAndSayNothingBeyondChance() {
    Stability stability = Stability.of(List.of(List.of("a", "b"), List.of("b", "a")), 2);
    assertEquals(1, stability.jaccard());
    assertEquals(Double.NaN, stability.kuncheva());
  }

  @Test
  void redundancyIsTheMeanAbsoluteCorrelationOfPairsWithoutConstants() {
    double[][] columns = {{1, 2, 3, 4}, {4, 3, 2, 1}, {1, -1, -1, 1}, {5, 5, 5, 5}};
    Redundancy redundancy = new Redundancy(j -> columns[j]);
    assertEquals(1, redundancy.among(new int[] {0, 1}), 1e-12);
    assertEquals(0, redundancy.among(new int[] {0, 2}), 1e-12);
    assertEquals(1 / 3.0, redundancy.among(new int[] {0, 1, 2, 3}), 1e-12);
    assertEquals(Double.NaN, redundancy.among(new int[] {0, 3}));
    assertEquals(Double.NaN, redundancy.among(new int[] {0}));
  }
}
