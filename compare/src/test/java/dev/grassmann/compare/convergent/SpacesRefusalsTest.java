package dev.grassmann.compare.convergent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.grassmann.compare.Data;
import dev.grassmann.core.InputException;
import dev.grassmann.core.data.VectorPair;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class SpacesRefusalsTest {
  private static void assertRefused(String message, Executable call) {
    assertEquals(message, assertThrows(InputException.class, call).getMessage());
  }

  private static void run(Vectors a, Vectors b, SpacesConfig config) {
    new Spaces().run(new VectorPair(a, b), config, Run.local());
  }

  private static SpacesConfig with(String name, Object value) {
    return SpacesConfig.DEFAULTS.with(name, value);
  }

  @Test
  void differentNumbersOfRows() {
    assertRefused(
        "A has 1,000 rows, B has 990; the same samples in the same order are needed",
        () -> new Spaces().compare(Data.gaussian(1_000, 2, 1), Data.gaussian(990, 2, 2)));
  }

  @Test
  void fewerThanFourRows() {
    assertRefused(
        "A and B have 3 rows; at least 4 are needed: unbiased CKA is not defined for fewer",
        () -> run(Data.gaussian(3, 2, 1), Data.gaussian(3, 2, 2), with("k", 1)));
    assertRefused(
        "A and B have 1 row; at least 4 are needed: unbiased CKA is not defined for fewer",
        () -> run(Data.gaussian(1, 2, 1), Data.gaussian(1, 2, 2), with("k", 1)));
  }

  @Test
  void asManyNeighboursAsRows() {
    assertRefused(
        "--k: 10 neighbours of each of 10 rows; give a number from 1 to 9",
        () -> new Spaces().compare(Data.gaussian(10, 2, 1), Data.gaussian(10, 2, 2)));
    assertRefused(
        "--k: 10 neighbours of each of 8 rows; give a number from 1 to 7",
        () -> run(Data.gaussian(50, 2, 1), Data.gaussian(50, 2, 2), with("neighbourRows", 8)));
  }

  @Test
  void batchesThatNoRowsFill() {
    assertRefused(
        "--batch: 100 rows do not fill a batch of 256; give a smaller batch, or measure cka, which"
            + " needs none",
        () ->
            run(
                Data.gaussian(100, 2, 1),
                Data.gaussian(100, 2, 2),
                with("measures", "cka-minibatch")));
  }

  @Test
  void notANumber() {
    float[] numbers = Data.gaussian(20, 3, 1).toArray();
    numbers[17 * 3 + 1] = Float.NaN;
    Vectors broken = Vectors.of(numbers, 20, 3);
    for (String measure : new String[] {"mknn", "cka", "procrustes"}) {
      assertRefused(
          "row 17, column 1 of B: is NaN; mend the value, or leave the row out of both spaces",
          () -> run(Data.gaussian(20, 3, 2), broken, with("measures", measure)));
    }
  }

  @Test
  void aSpaceWithoutVariance() {
    Vectors constant = Data.each(Data.gaussian(20, 3, 1), (x, column) -> 0.3f * column);
    for (String measure : new String[] {"mknn", "cka", "procrustes"}) {
      assertRefused(
          "all 20 rows of A are equal; a space without variance is like nothing: give rows that"
              + " differ",
          () -> run(constant, Data.gaussian(20, 3, 2), with("measures", measure)));
    }
  }

  @Test
  void noMeasure() {
    assertRefused(
        "--measures: no measure is named; name at least one, e.g. cka,procrustes",
        () -> with("measures", ""));
  }

  @Test
  void anUnknownMeasure() {
    assertRefused(
        "--measures: 'rsa' is unknown; allowed: cka|cka-biased|cka-minibatch|mknn|procrustes",
        () -> with("measures", "cka,rsa"));
  }

  @Test
  void optionsOutOfBounds() {
    assertRefused("--k: is 0; allowed: 1 to 10,000", () -> new Spaces(with("k", 0)));
    assertRefused(
        "--batch: is 3; allowed: 4 to 1,048,576 rows", () -> new Spaces(with("batch", 3)));
    assertRefused("--null: is -1; allowed: 0 to 100,000", () -> new Spaces(with("null", -1)));
    assertRefused(
        "--null-rows: is 3; allowed: 4 to 16,777,216 rows", () -> new Spaces(with("null-rows", 3)));
    assertRefused(
        "--neighbour-rows: is 3; allowed: 4 to 16,777,216 rows",
        () -> new Spaces(with("neighbour-rows", 3)));
  }
}
