package dev.grassmann.dictionaries.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.grassmann.core.result.SparseCodes;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureTest {
  private static final SparseCodes CODES =
      SparseCodes.builder(4)
          .add(2, 1f)
          .endRow()
          .add(0, 0.5f)
          .add(2, -3f)
          .endRow()
          .add(2, 3f)
          .endRow()
          .endRow()
          .build();

  @Test
  void aFeatureNamesTheRowsWhereItIsStrongestInEitherDirection() {
    List<Feature> features = Feature.of(CODES, 2);
    assertEquals(
        List.of(
            new Feature(
                2, 3, 19, List.of(new Feature.Activation(1, -3), new Feature.Activation(2, 3))),
            new Feature(0, 1, 0.25, List.of(new Feature.Activation(1, 0.5f)))),
        features);
  }

  @Test
  void noRowsAreKeptWhereNoneAreWanted() {
    assertEquals(new Feature(2, 3, 19, List.of()), Feature.of(CODES, 0).get(0));
  }

  @Test
  void densityCountsRowsAndSilentLatents() {
    Density density = Density.of(CODES);
    assertEquals(0.75, density.of(2));
    assertEquals(2, density.silent());
    assertEquals(0.5, density.silentShare());
  }
}
