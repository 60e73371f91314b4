package dev.grassmann.dictionaries.saeevaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.dictionaries.saeevaluation.SupervisedDictionary.Codes;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The lines that docs/systems/saeevaluation.md shows, run. */
final class DocsExampleTest {
  private final Table table =
      new Table(
          "things",
          List.of(
              new Column.Categorical("colour", new int[] {0, 0, 1, 1}, List.of("r", "b"), -1),
              new Column.Categorical("shape", new int[] {0, 1, 0, 1}, List.of("o", "c"), -1)));

  private final Vectors activations = Vectors.of(new float[] {1, 1, 1, 3, 5, 1, 5, 3}, 4, 2);

  @Test
  void aRowIsEditedAsItsAttributesAre() {
    float[] row = {1, 1};
    Attributes attributes = Attributes.of(table, List.of("colour", "shape"));
    SupervisedDictionary codes = SupervisedDictionary.fit(activations, attributes, Codes.MSE);
    float[] reconstructed = codes.reconstruct(attributes);
    codes.edit(row, 0, attributes.index("colour"), 0, 1);
    assertArrayEquals(activations.toArray(), reconstructed, 1e-5f);
    assertArrayEquals(new float[] {5, 1}, row, 1e-5f);
  }
}
