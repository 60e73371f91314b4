package dev.grassmann.dictionaries.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.result.SparseCodes;
import org.junit.jupiter.api.Test;

class DiagnosticsTest {
  private static final float H = (float) Math.sqrt(0.5);

  @Test
  void anOrthogonalSetHasBabelZeroAndOneOfCopiesHasR() {
    assertArrayEquals(new double[] {0, 0}, Babel.curve(new float[] {1, 0, 0, 1}, 2, 2, 2));
    assertArrayEquals(
        new double[] {1, 2, 2}, Babel.curve(new float[] {1, 0, -1, 0, 1, 0}, 3, 2, 3), 1e-7);
  }

  @Test
  void coActiveBabelLooksOnlyAtAtomsUsedTogether() {
    float[] atoms = {1, 0, 0, 1, H, H};
    SparseCodes codes =
        SparseCodes.builder(3)
            .add(0, 1)
            .add(1, 1)
            .endRow() // orthogonal
            .add(0, 1)
            .add(2, 1)
            .endRow() // 45 degrees
            .add(2, 1)
            .endRow() // alone: does not count
            .build();
    double[] curve = Babel.coActive(atoms, 2, codes, 2);
    assertEquals(H / 2, curve[0], 1e-6);
    assertTrue(Double.isNaN(curve[1]));
  }

  @Test
  void effectiveRankCountsDirectionsUsedAlike() {
    SparseCodes.Builder apart = SparseCodes.builder(5);
    SparseCodes.Builder one = SparseCodes.builder(5);
    for (int i = 0; i < 40; i++) {
      apart.add(i % 4, 2).endRow();
      one.add(0, i).add(1, 2 * i).endRow();
    }
    assertEquals(4, EffectiveRank.of(apart.build()), 1e-9);
    assertEquals(1, EffectiveRank.of(one.build()), 1e-9);
    assertEquals(0, EffectiveRank.of(SparseCodes.builder(5).endRow().build()));
  }

  @Test
  void effectiveRankIsTheSameFromRowsAsFromLatents() {
    SparseCodes.Builder narrow = SparseCodes.builder(6);
    SparseCodes.Builder wide = SparseCodes.builder(2000);
    for (int i = 0; i < 50; i++) {
      narrow.add(i % 6, 1 + i).add((i * i) % 5, 2).endRow();
      wide.add(i % 6, 1 + i).add((i * i) % 5, 2).endRow();
    }
    assertEquals(EffectiveRank.of(narrow.build()), EffectiveRank.of(wide.build()), 1e-6);
  }

  @Test
  void modalityIsTheShareOfEnergyOnTheFirstKind() {
    SparseCodes images =
        SparseCodes.builder(3).add(0, 2).endRow().add(0, 2).add(1, 1).endRow().build();
    SparseCodes captions = SparseCodes.builder(3).add(1, 5).endRow().build();
    double[] scores = Modality.scores(images, captions, 0.2);
    assertEquals(1, scores[0]);
    assertEquals(0.5 / (0.5 + 0.2 * 25), scores[1], 1e-12);
    assertTrue(Double.isNaN(scores[2]));
  }
}
