package dev.grassmann.dictionaries.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.grassmann.core.InputException;
import java.util.List;
import org.junit.jupiter.api.Test;

class NestingTest {
  @Test
  void withoutWidthsTheGroupsAreAThirtySecondASixteenthAnEighthAQuarterAndTheRest() {
    assertEquals(List.of(2, 6, 14, 30, 64), Nesting.widths(List.of(), 64));
    assertEquals(List.of(1, 2, 4), Nesting.widths(List.of(), 4));
    assertEquals(List.of(1), Nesting.widths(List.of(), 1));
  }

  @Test
  void aLatentBelongsToTheSmallestPrefixThatHoldsIt() {
    Nesting nesting = new Nesting(List.of(2, 4, 6), 1, false);
    assertEquals(0, nesting.group(1));
    assertEquals(1, nesting.group(2));
    assertEquals(2, nesting.group(5));
  }

  @Test
  void widthsThatDoNotRiseToAllLatentsAreRefused() {
    for (List<Integer> wrong : List.of(List.of(2, 4), List.of(4, 2, 6), List.of(2, 2, 6))) {
      assertEquals(
          "--widths: are "
              + wrong
              + " with 6 features; give widths that rise to the number of"
              + " features",
          assertThrows(InputException.class, () -> Nesting.widths(wrong, 6)).getMessage());
    }
  }
}
