package dev.grassmann.tables.quickselection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TopologyTest {
  /** Thresholds worked out by hand from the released program's rule. */
  private static final float[] TEN = {
    -0.5f, -0.3f, -0.1f, -0.05f, 0.02f, 0.04f, 0.2f, 0.6f, 0.9f, 1.0f
  };

  @Test
  void thresholdsAreTheReleasedPrograms() {
    assertEquals(-0.1f, Topology.lowThreshold(TEN, 0.5));
    assertEquals(0.6f, Topology.highThreshold(TEN, 0.5));
  }

  @Test
  void aStepKeepsTheFourStrongestOfTenAndAddsSix() {
    float[] velocity = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    long[] places = {3, 7, 8, 20, 21, 40, 55, 61, 70, 99};
    Connections layer = Connections.at(10, 10, places, TEN.clone(), velocity);
    Connections kept = Topology.pruned(layer, 0.5);
    assertArrayEquals(new float[] {-0.5f, -0.3f, 0.9f, 1.0f}, kept.weight());
    assertArrayEquals(new float[] {1, 2, 9, 10}, kept.velocity());
    assertArrayEquals(new long[] {3, 7, 70, 99}, kept.positions());
    Connections grown = Topology.regrown(kept, 10, new SplittableRandom(1));
    assertEquals(10, grown.count());
    assertEquals(4, Arrays.stream(grown.positions()).filter(p -> isIn(kept, p)).count());
    for (int e = 0; e < 10; e++) {
      boolean old = isIn(kept, grown.positions()[e]);
      assertEquals(old, grown.velocity()[e] != 0, "velocity of connection " + e);
    }
  }

  private static boolean isIn(Connections layer, long position) {
    return Arrays.binarySearch(layer.positions(), position) >= 0;
  }

  @Test
  void aWeightOfExactlyZeroIsAConnectionLikeAnyOther() {
    Connections layer =
        Connections.at(4, 2, new long[] {0, 5, 6}, new float[] {0, 0.5f, -0.5f}, new float[3]);
    Connections grown = Topology.regrown(layer, 8, new SplittableRandom(1));
    assertArrayEquals(new long[] {0, 1, 2, 3, 4, 5, 6, 7}, grown.positions());
    assertEquals(0f, grown.weight()[0]);
    assertArrayEquals(
        new double[] {1, 1, 1, 0},
        Measure.DEGREE.scores(
            layer, Connections.at(2, 4, new long[0], new float[0], new float[0])));
  }

  @Property(tries = 50)
  void theNumberOfConnectionsIsConstantAndNoneIsThereTwice(
      @ForAll @IntRange(min = 30, max = 80) int inputs,
      @ForAll @IntRange(min = 30, max = 80) int units,
      @ForAll @IntRange(min = 1, max = 6) int epsilon,
      @ForAll @IntRange(min = 1, max = 9) int tenths,
      @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Connections layer = Topology.random(inputs, units, epsilon, random);
    int count = layer.count();
    for (int epoch = 0; epoch < 3; epoch++) {
      Connections kept = Topology.pruned(layer, tenths / 10.0);
      assertTrue(kept.count() < count, "nothing was removed");
      layer = Topology.regrown(kept, count, random);
      long[] places = layer.positions();
      assertEquals(count, places.length);
      assertEquals(count, Arrays.stream(places).distinct().count());
      assertTrue(places[0] >= 0 && places[count - 1] < (long) inputs * units);
      int found = 0;
      for (int e = 0; e < kept.count(); e++) {
        int at = Arrays.binarySearch(places, kept.positions()[e]);
        found += at >= 0 && layer.weight()[at] == kept.weight()[e] ? 1 : 0;
      }
      assertEquals(kept.count(), found, "a connection that stays keeps place and weight");
    }
  }

  @Test
  void densityIsThatOfErdosAndRenyi() {
    // 13 (784 + 1000) draws among 784,000 places hit 784,000 (1 - exp(-23,192 / 784,000)) of them
    Connections layer = Topology.random(784, 1000, 13, new SplittableRandom(2));
    double expected = 784_000 * -Math.expm1(-23_192 / 784_000.0);
    assertEquals(expected, layer.count(), 80); // the standard deviation is about 18
    double squares = 0;
    for (float weight : layer.weight()) {
      squares += weight * weight;
    }
    assertEquals(0.01, squares / layer.count(), 0.0004);
  }

  @Test
  void newPlacesAreUniform() {
    int[] hits = new int[100];
    SplittableRandom random = new SplittableRandom(8);
    Connections empty = Connections.at(10, 10, new long[0], new float[0], new float[0]);
    for (int k = 0; k < 2_000; k++) {
      for (long place : Topology.regrown(empty, 20, random).positions()) {
        hits[(int) place]++;
      }
    }
    double chi = 0; // 400 expected, variance 400 (1 - 0.2)
    for (int hit : hits) {
      chi += (hit - 400.0) * (hit - 400.0) / 320;
    }
    assertEquals(99, chi, 56); // 4 standard deviations of chi squared with 99 degrees of freedom
  }
}
