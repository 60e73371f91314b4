package dev.grassmann.dictionaries.saeevaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.grassmann.core.result.SparseCodes;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A binary attribute that is held by one latent, by several, or by none. */
final class SplitTest {
  private static final int ROWS = 80;

  /** Rows alternate between yes and no. */
  private static final Attributes ATTRIBUTES =
      new Attributes(List.of("answer"), List.of(List.of("yes", "no")), new int[][] {answers()});

  private static int[] answers() {
    int[] answers = new int[ROWS];
    for (int row = 0; row < ROWS; row++) {
      answers[row] = row % 2;
    }
    return answers;
  }

  /** Rows of yes are shared out among {@code pieces} latents; the last latent is always active. */
  private static SparseCodes codes(int pieces) {
    SparseCodes.Builder codes = SparseCodes.builder(pieces + 1);
    for (int row = 0; row < ROWS; row++) {
      if (row % 2 == 0 && pieces > 0) {
        codes.add(row / 2 % pieces, 1);
      }
      codes.add(pieces, 1);
      codes.endRow();
    }
    return codes.build();
  }

  @Test
  void aValueWithALatentOfItsOwnIsNotSplit() {
    assertEquals(
        new Split("answer = yes", List.of(0), 1, 1), Split.of(codes(1), ATTRIBUTES).get(0));
  }

  @Test
  void latentsThatTakeAllRowsHideASplitOnlyWhereNothingIsBetter() {
    // 2p / (1 + p) with p = ½ is what a latent that is always active scores
    Split no = Split.of(codes(4), ATTRIBUTES).get(1);
    assertEquals(new Split("answer = no", List.of(4), 2 / 3.0, 2 / 3.0), no);
  }

  @Test
  void aValueInPiecesTakesAsManyLatents() {
    SparseCodes.Builder codes = SparseCodes.builder(4);
    for (int row = 0; row < ROWS; row++) {
      if (row % 2 == 0) {
        codes.add(row / 2 % 4, 1);
      }
      codes.endRow();
    }
    Split yes = Split.of(codes.build(), ATTRIBUTES).get(0);
    assertEquals(4, yes.latents().size());
    assertEquals(1, yes.f1());
    assertEquals(2 * 0.25 / 1.25, yes.alone(), 1e-12);
  }

  @Test
  void attributesOfMoreValuesAreLeftOut() {
    Attributes colours =
        new Attributes(
            List.of("colour"),
            List.of(List.of("r", "g", "b")),
            new int[][] {java.util.stream.IntStream.range(0, ROWS).map(r -> r % 3).toArray()});
    assertEquals(List.of(), Split.of(codes(1), colours));
  }
}
