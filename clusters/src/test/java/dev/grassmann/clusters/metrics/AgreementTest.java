package dev.grassmann.clusters.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.clusters.Fixture;
import dev.grassmann.core.InputException;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AgreementTest {
  @Test
  void agreesWithTheReferenceAlsoWhereClassesAndClustersDifferInNumber() {
    for (JsonNode example : Fixture.json("metrics.json").get("cases")) {
      Agreement ours =
          Agreement.of(Fixture.ints(example.get("truth")), Fixture.ints(example.get("found")));
      assertEquals(example.get("accuracy").asDouble(), ours.accuracy(), 1e-12);
      assertEquals(example.get("nmiArithmetic").asDouble(), ours.nmi(), 1e-12);
      assertEquals(example.get("nmiGeometric").asDouble(), ours.nmiGeometric(), 1e-12);
      assertEquals(example.get("adjustedRand").asDouble(), ours.adjustedRand(), 1e-12);
      assertEquals(example.get("pairF1").asDouble(), ours.pairF1(), 1e-12);
    }
  }

  @Property(tries = 200)
  void renumberingClustersChangesNoFigure(
      @ForAll @Size(min = 2, max = 60) int[] noise,
      @ForAll @IntRange(min = 1, max = 9) int classes,
      @ForAll @IntRange(min = 1, max = 9) int clusters,
      @ForAll long seed) {
    int[] truth = Arrays.stream(noise).map(v -> Math.floorMod(v, classes)).toArray();
    int[] found = Arrays.stream(noise).map(v -> Math.floorMod(v / 16, clusters)).toArray();
    int[] newNumber = new Random(seed).ints(0, 1_000_000).distinct().limit(clusters).toArray();
    int[] renumbered = Arrays.stream(found).map(v -> newNumber[v]).toArray();
    Agreement before = Agreement.of(truth, found);
    Agreement after = Agreement.of(truth, renumbered);
    assertEquals(before.accuracy(), after.accuracy(), 1e-12);
    assertEquals(before.nmi(), after.nmi(), 1e-12);
    assertEquals(before.nmiGeometric(), after.nmiGeometric(), 1e-12);
    assertEquals(before.adjustedRand(), after.adjustedRand(), 1e-12);
    assertEquals(before.pairF1(), after.pairF1(), 1e-12);
  }

  @Property(tries = 200)
  void nothingDependsOnWhichOfTheTwoIsCalledTheTruth(
      @ForAll @Size(min = 2, max = 60) int[] noise,
      @ForAll @IntRange(min = 1, max = 9) int classes,
      @ForAll @IntRange(min = 1, max = 9) int clusters) {
    int[] truth = Arrays.stream(noise).map(v -> Math.floorMod(v, classes)).toArray();
    int[] found = Arrays.stream(noise).map(v -> Math.floorMod(v / 16, clusters)).toArray();
    Agreement one = Agreement.of(truth, found);
    Agreement other = Agreement.of(found, truth);
    assertEquals(one.accuracy(), other.accuracy(), 1e-12);
    assertEquals(one.nmi(), other.nmi(), 1e-12);
    assertEquals(one.adjustedRand(), other.adjustedRand(), 1e-12);
    assertEquals(one.pairF1(), other.pairF1(), 1e-12);
  }

  @Property(tries = 200)
  void theMatchingIsTheBestOfAllPermutations(
      @ForAll @Size(min = 1, max = 40) int[] noise,
      @ForAll @IntRange(min = 1, max = 5) int classes,
      @ForAll @IntRange(min = 1, max = 5) int clusters) {
    int[] truth = Arrays.stream(noise).map(v -> Math.floorMod(v, classes)).toArray();
    int[] found = Arrays.stream(noise).map(v -> Math.floorMod(v / 7, clusters)).toArray();
    double best = best(truth, found, new int[clusters], 0, classes);
    assertEquals(best / truth.length, Agreement.of(truth, found).accuracy(), 1e-12);
  }

  /** Tries every one-to-one choice of classes for clusters, with "none" allowed. */
  private static double best(int[] truth, int[] found, int[] choice, int next, int classes) {
    if (next == choice.length) {
      double agreed = 0;
      for (int i = 0; i < truth.length; i++) {
        agreed += choice[found[i]] == truth[i] ? 1 : 0;
      }
      return agreed;
    }
    double most = 0;
    for (int c = -1; c < classes; c++) {
      int candidate = c;
      boolean taken = Arrays.stream(choice, 0, next).anyMatch(v -> v >= 0 && v == candidate);
      if (!taken) {
        choice[next] = c;
        most = Math.max(most, best(truth, found, choice, next + 1, classes));
      }
    }
    return most;
  }

  @Test
  void equalPartitionsScoreOneAndUnrelatedOnesAboutNothing() {
    int[] truth = new Random(5).ints(2_000, 0, 4).toArray();
    int[] shifted = Arrays.stream(truth).map(v -> (v + 1) % 4).toArray();
    assertEquals(new Agreement(1, 1, 1, 1, 1), Agreement.of(truth, shifted));
    Agreement chance = Agreement.of(truth, new Random(6).ints(2_000, 0, 4).toArray());
    assertEquals(0, chance.adjustedRand(), 0.01);
    assertTrue(chance.accuracy() < 0.32 && chance.nmi() < 0.02, chance::toString);
  }

  @Test
  void matchingNamesTheClassOfEachClusterAndNoneForTheLeftOver() {
    int[] truth = {7, 7, 7, 3, 3, 3, 3};
    int[] found = {1, 1, 2, 0, 0, 0, 0};
    assertArrayEquals(new int[] {3, 7, -1, -1}, Agreement.matching(truth, found, 4));
  }

  @Test
  void labelsOfAnotherLengthAreRefused() {
    InputException refused =
        assertThrows(InputException.class, () -> Agreement.of(new int[3], new int[1_400]));
    assertEquals(
        "there are 3 labels for 1,400 points; give one label a point, in the points' order",
        refused.getMessage());
    refused = assertThrows(InputException.class, () -> Agreement.of(new int[0], new int[0]));
    assertEquals("there are no labels; give one label a point", refused.getMessage());
  }
}
