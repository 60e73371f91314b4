package dev.grassmann.dictionaries.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.InputException;
import dev.grassmann.dictionaries.SparseAutoencoder;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Two attributes of known directions, held apart by one dictionary and mixed by another. */
final class PairScoresTest {
  private static final float HALF = (float) Math.sqrt(0.5);

  /** Jobs on axes 0 and 1, sexes, stronger, on axes 2 and 3; axis 4 is noise. */
  private static Planted people() {
    SplittableRandom random = new SplittableRandom(3);
    Planted planted = new Planted(5);
    for (int i = 0; i < 1_600; i++) {
      int job = random.nextInt(2);
      int sex = random.nextInt(2);
      planted.row(
          job,
          sex,
          job,
          1 + 0.2 * random.nextDouble(),
          2 + sex,
          3 + 0.2 * random.nextDouble(),
          4,
          random.nextDouble());
    }
    return planted;
  }

  private static SpuriousCorrelation removal(Planted planted, SparseAutoencoder sae) {
    return new SpuriousCorrelation(
        planted.linear(sae),
        planted.vectors(),
        planted.codes(sae),
        planted.labels(0),
        planted.labels(1),
        Planted.run());
  }

  @Test
  void takingTheSpuriousLatentOutLeavesAProbeOfTheOther() {
    Planted planted = people();
    SpuriousCorrelation removal = removal(planted, planted.axes());
    for (SpuriousCorrelation.Way way : removal.ways(2)) {
      assertTrue(way.biased() < 0.8, way.toString());
      assertTrue(way.clean() > 0.99, way.toString());
    }
    assertTrue(removal.score(2) > 0.9, "score " + removal.score(2));
  }

  @Test
  void latentsThatHoldBothPropertiesRemoveNothing() {
    Planted planted = people();
    float[] mixed = { // each job's axis with a sex's
      HALF, 0, HALF, 0, 0, HALF, 0, -HALF, 0, 0, 0, HALF, 0, HALF, 0, 0, HALF, 0, -HALF, 0, 0, 0, 0,
      0, 1
    };
    double score = removal(planted, planted.dictionary(mixed, 5)).score(2);
    assertTrue(score < 0.3, "score " + score);
  }

  @Test
  void propertiesThatAlwaysGoTogetherAreRefused() {
    Planted planted = new Planted(3);
    for (int i = 0; i < 80; i++) {
      planted.row(i / 2 % 2, i / 2 % 2, 0, 1 + i / 2 % 2);
    }
    assertEquals(
        "--other-labels: 0 of 40 rows are 'c1' and 'c0'; give labels whose frequent classes occur"
            + " in all combinations, 8 rows each",
        assertThrows(InputException.class, () -> removal(planted, planted.axes())).getMessage());
  }

  /** Four countries on axes 0 to 3, three languages on axes 4 to 6, independent. */
  private static Planted cities() {
    SplittableRandom random = new SplittableRandom(5);
    Planted planted = new Planted(7);
    for (int i = 0; i < 900; i++) {
      int country = random.nextInt(4);
      int language = random.nextInt(3);
      planted.row(country, language, country, 3, 4 + language, 2);
    }
    return planted;
  }

  private static Disentangling swaps(Planted planted, SparseAutoencoder sae) {
    return new Disentangling(
        planted.linear(sae),
        planted.vectors(),
        planted.codes(sae),
        planted.labels(0),
        planted.labels(1),
        Planted.run());
  }

  @Test
  void latentsOfOneAttributeMoveItAndLeaveTheOther() {
    Planted planted = cities();
    Disentangling swaps = swaps(planted, planted.axes());
    assertEquals(new Disentangling.Change(1, 1), swaps.change(0, 4));
    assertEquals(new Disentangling.Change(1, 1), swaps.change(1, 3));
    assertEquals(1, swaps.score(7));
  }

  @Test
  void changingTooFewLatentsMovesSomeRowsOnly() {
    Planted planted = cities();
    Disentangling.Change change = swaps(planted, planted.axes()).change(0, 1);
    assertTrue(change.cause() < 0.7, change.toString());
    assertEquals(1, change.isolation());
  }

  @Test
  void latentsOfBothAttributesMoveBothOrNothing() {
    Planted planted = cities();
    float[] atoms = new float[12 * 7]; // one atom for each pair of values
    for (int country = 0; country < 4; country++) {
      for (int language = 0; language < 3; language++) {
        int at = (3 * country + language) * 7;
        atoms[at + country] = (float) (3 / Math.sqrt(13));
        atoms[at + 4 + language] = (float) (2 / Math.sqrt(13));
      }
    }
    double score = swaps(planted, planted.dictionary(atoms, 1)).score(12);
    assertTrue(score < 0.65, "score " + score);
  }
}
