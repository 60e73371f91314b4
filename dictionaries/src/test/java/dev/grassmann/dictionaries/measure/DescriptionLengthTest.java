package dev.grassmann.dictionaries.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.grassmann.dictionaries.SparseAutoencoder;
import org.junit.jupiter.api.Test;

final class DescriptionLengthTest {
  @Test
  void aLatentOfTwoEquallyLikelyCodesInHalfOfTheRowsTakesABitAndAHalf() {
    Planted planted = new Planted(1);
    for (int i = 0; i < 80; i++) {
      planted.row(0, 0, 0, i % 4 == 0 ? 1 : i % 4 == 1 ? 3 : 0);
    }
    SparseAutoencoder sae = planted.dictionary(new float[] {1}, 1);
    DescriptionLength length = DescriptionLength.of(sae, planted.vectors(), planted.codes(sae));
    assertEquals(1.5, length.bits(), 1e-9); // 1 for whether it is active, 1 · ½ for which of two
    // middles of 8 bins of 0.375: 0.9375 and 2.8125, errors 0.0625 and 0.1875, variance 1.5
    assertEquals(8, length.bins());
    double error = (0.0625 * 0.0625 + 0.1875 * 0.1875) / 4;
    assertEquals(error / 1.5, length.fvu(), 1e-6);
  }

  @Test
  void latentsThatAreAlwaysActiveWithOneCodeTakeNothing() {
    Planted planted = new Planted(2);
    for (int i = 0; i < 10; i++) {
      planted.row(0, 0, 0, 2, 1, 5);
    }
    SparseAutoencoder sae = planted.axes();
    assertEquals(0, DescriptionLength.of(sae, planted.vectors(), planted.codes(sae)).bits(), 1e-9);
  }
}
