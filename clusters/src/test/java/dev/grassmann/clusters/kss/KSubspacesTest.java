package dev.grassmann.clusters.kss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.clusters.Fixture;
import dev.grassmann.clusters.Points;
import dev.grassmann.clusters.SubspaceRounds;
import dev.grassmann.clusters.metrics.Agreement;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.Clustering;
import dev.grassmann.core.run.Run;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class KSubspacesTest {
  @Test
  void everyRoundAssignsAsTheReferenceDoes() {
    JsonNode expected = Fixture.json("reference.json").get("kSubspaces");
    Points points = Points.unit(Fixture.points("points.csv"), Run.local());
    SubspaceRounds rounds = new SubspaceRounds(points, 3, expected.get("dimension").asInt());
    JsonNode history = expected.get("labelsPerRound");
    SubspaceRounds.State state =
        new SubspaceRounds.State(Fixture.ints(history.get(0)), new double[60]);
    double cost = Double.NaN;
    for (int round = 1; round < history.size(); round++) {
      state = rounds.next(state);
      assertArrayEquals(Fixture.ints(history.get(round)), state.labels(), "round " + round);
      cost = state.cost();
    }
    assertEquals(expected.get("finalCost").asDouble(), cost, 1e-8);
  }

  @Test
  void aRoundNeverRaisesTheCost() {
    Points points = Points.unit(Fixture.points("points.csv"), Run.local());
    SubspaceRounds rounds = new SubspaceRounds(points, 4, 3);
    SubspaceRounds.State now = rounds.start(new SplittableRandom(5));
    for (int round = 0; round < 10; round++) {
      SubspaceRounds.State next = rounds.next(now);
      assertTrue(next.cost() <= now.cost() + 1e-12, now.cost() + " to " + next.cost());
      now = next;
    }
  }

  @Test
  void theBestOfManyStartsFindsThePlantedSubspacesAndTheirDimension() {
    Vectors points = Fixture.points("exact_points.csv");
    Clustering found =
        new KSubspaces().run(points, new KSubspacesConfig(3, 4, 50, 100), Run.local());
    int[] truth = Fixture.ints(Fixture.json("reference.json").get("truth"));
    assertEquals(1, Agreement.of(truth, found.labels()).accuracy());
    assertTrue(Arrays.stream(found.residuals()).max().orElseThrow() < 1e-6);
    found.flats().forEach(flat -> assertEquals(4, flat.dimension()));
  }

  @Test
  void moreClustersThanThePointsFillAreLeftOutAndWarnedOf() {
    float[][] rows = new float[12][3];
    for (int i = 0; i < 12; i++) {
      rows[i][i % 2] = 1 + i; // two lines, whatever is asked for
    }
    Run run = Run.local();
    Clustering found =
        new KSubspaces().run(Vectors.of(rows), new KSubspacesConfig(4, 1, 3, 50), run);
    assertEquals(2, found.clusters());
    assertEquals(
        List.of(
            "10 of 12 points repeat the direction of an earlier one; a repeated point is written by"
                + " its twin alone",
            "2 of 4 clusters have no points and are left out"),
        run.warnings());
  }
}
