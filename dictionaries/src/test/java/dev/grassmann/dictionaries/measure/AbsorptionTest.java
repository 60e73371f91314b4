package dev.grassmann.dictionaries.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.grassmann.core.data.Labels;
import dev.grassmann.dictionaries.SparseAutoencoder;
import org.junit.jupiter.api.Test;

/** A parent concept (axis 0) whose child (axis 1) has an atom that holds both. */
final class AbsorptionTest {
  private static final float HALF = (float) Math.sqrt(0.5);

  /**
   * Class 1 is the parent; in one of {@code each} of its rows the child is there too.
   *
   * @param absorbing whether the child's atom holds the parent
   */
  private static Absorption absorption(int each, boolean absorbing) {
    Planted planted = new Planted(3);
    for (int i = 0; i < 400; i++) {
      int pair = i / 2; // both halves see the same rows
      if (pair % 2 == 0) {
        planted.row(0, 0, 2, 2);
      } else if (pair / 2 % each == 0) {
        planted.row(1, 0, 0, 2, 1, 2);
      } else {
        planted.row(1, 0, 0, 2);
      }
    }
    float[] atoms =
        absorbing
            ? new float[] {1, 0, 0, HALF, HALF, 0, 0, 0, 1}
            : new float[] {1, 0, 0, 0, 1, 0, 0, 0, 1};
    SparseAutoencoder sae = planted.dictionary(atoms, 2);
    Labels labels = planted.labels(0);
    Halves halves = Halves.of(labels.n());
    return Absorption.of(
        planted.linear(sae),
        planted.vectors(),
        planted.codes(sae),
        labels,
        halves,
        halves.readout(planted.vectors(), labels, Planted.run()));
  }

  @Test
  void rowsOfTheChildAreAbsorbedWhereItsAtomHoldsTheParent() {
    Absorption found = absorption(25, true);
    // 4 of the parent's 100 rows in a half, of 200 rows that a probe finds
    assertEquals(4 / 200.0, found.full(), 1e-9);
    assertEquals(4 / 200.0, found.fraction(), 1e-9);
    assertEquals(1, found.split());
  }

  @Test
  void nothingIsAbsorbedWhereTheParentStaysActive() {
    Absorption found = absorption(25, false);
    assertEquals(0, found.full());
    assertEquals(0, found.fraction());
  }

  @Test
  void aParentThatFallsInTwoEqualPartsIsSplitNotAbsorbed() {
    Absorption found = absorption(2, true);
    assertEquals(0, found.full());
    assertEquals(1.5, found.split()); // one latent for class 0, two for class 1
  }
}
