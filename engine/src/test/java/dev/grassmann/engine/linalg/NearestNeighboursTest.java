package dev.grassmann.engine.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NearestNeighboursTest {
  private static final int D = 9;

  /** More points than a block of them, more queries than a block of those. */
  private final Vectors points = vectors(2500, 1, 0);

  private static Vectors vectors(int n, long seed, float shift) {
    float[] rows = Matrices.floats(Matrices.normal(n * D, seed));
    for (int i = 0; i < rows.length; i++) {
      rows[i] += shift;
    }
    return Vectors.of(rows, n, D);
  }

  private static double measure(Metric metric, float[] a, float[] b) {
    double dot = 0;
    double aa = 0;
    double bb = 0;
    double square = 0;
    for (int j = 0; j < D; j++) {
      dot += (double) a[j] * b[j];
      aa += (double) a[j] * a[j];
      bb += (double) b[j] * b[j];
      square += Math.pow((double) a[j] - b[j], 2);
    }
    return switch (metric) {
      case COSINE -> dot / Math.sqrt(aa) / Math.sqrt(bb);
      case EUCLIDEAN -> Math.sqrt(square);
      case INNER_PRODUCT -> dot;
    };
  }

  private static int[] bruteForce(Vectors points, float[] query, int self, int k, Metric metric) {
    double[] measures = new double[points.n()];
    float[] row = new float[D];
    for (int i = 0; i < points.n(); i++) {
      points.copyRow(i, row);
      measures[i] = measure(metric, query, row);
    }
    double sign = metric == Metric.EUCLIDEAN ? 1 : -1;
    return IntStream.range(0, points.n())
        .filter(i -> i != self)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> sign * measures[i]))
        .mapToInt(i -> i)
        .limit(k)
        .toArray();
  }

  @ParameterizedTest
  @EnumSource(Metric.class)
  void findsWhatComparingWithEveryPointFinds(Metric metric) {
    Neighbours found = NearestNeighbours.among(points, 7, metric, Run.local());
    float[] query = new float[D];
    for (int i : new int[] {0, 1023, 1024, 2047, 2048, 2499}) {
      points.copyRow(i, query);
      assertArrayEquals(bruteForce(points, query, i, 7, metric), found.of(i), "row " + i);
    }
    Vectors queries = vectors(30, 2, 0);
    Neighbours ofOthers = NearestNeighbours.of(queries, points, 3, metric, Run.local());
    for (int i = 0; i < 30; i++) {
      queries.copyRow(i, query);
      assertArrayEquals(bruteForce(points, query, -1, 3, metric), ofOthers.of(i), "query " + i);
      float[] nearest = new float[D];
      points.copyRow(ofOthers.of(i)[0], nearest);
      assertEquals(measure(metric, query, nearest), ofOthers.measure()[i * 3], 1e-6);
    }
  }

  /** All cosines are then within 1e-5 of 1, where float32 alone tells few of them apart. */
  @ParameterizedTest
  @EnumSource(
      value = Metric.class,
      names = {"EUCLIDEAN", "COSINE"})
  void farFromZeroPointsKeepTheirOrder(Metric metric) {
    Vectors far = vectors(500, 3, 1000);
    Neighbours found = NearestNeighbours.among(far, 5, metric, Run.local());
    float[] query = new float[D];
    for (int i = 0; i < 500; i += 50) {
      far.copyRow(i, query);
      assertArrayEquals(bruteForce(far, query, i, 5, metric), found.of(i));
    }
  }

  @Test
  void equallyNearPointsComeByTheirNumber() {
    Vectors same = Vectors.of(new float[][] {{1, 0}, {1, 0}, {1, 0}, {0, 1}, {2, 0}});
    for (Metric metric : new Metric[] {Metric.COSINE, Metric.EUCLIDEAN}) {
      Neighbours found = NearestNeighbours.among(same, 2, metric, Run.local());
      assertArrayEquals(new int[] {1, 2}, found.of(0), metric.name());
      assertArrayEquals(new int[] {0, 2}, found.of(1), metric.name());
    }
  }

  @Test
  void aZeroVectorHasCosineZeroWithAll() {
    Vectors rows = Vectors.of(new float[][] {{0, 0}, {1, 0}, {-1, 0}});
    Neighbours found = NearestNeighbours.among(rows, 2, Metric.COSINE, Run.local());
    assertArrayEquals(new int[] {1, 2}, found.of(0));
    assertArrayEquals(new int[] {0, 2}, found.of(1));
    assertArrayEquals(new float[] {0, -1}, new float[] {found.measure()[2], found.measure()[3]});
  }

  @Test
  void everyOtherPointCanBeAskedFor() {
    Vectors rows = Vectors.of(new float[][] {{0}, {3}, {1}});
    assertArrayEquals(
        new int[] {2, 1, 2, 0, 0, 1},
        NearestNeighbours.among(rows, 2, Metric.EUCLIDEAN, Run.local()).index());
  }

  @Test
  void refusesMoreNeighboursThanThereAre() {
    Vectors rows = Vectors.of(new float[][] {{0}, {3}, {1}});
    InputException refused =
        assertThrows(
            InputException.class,
            () -> NearestNeighbours.among(rows, 3, Metric.COSINE, Run.local()));
    assertEquals(
        "3 neighbours of each of 3 points; give a number from 1 to 2", refused.getMessage());
    InputException unlike =
        assertThrows(
            InputException.class,
            () -> NearestNeighbours.of(points, rows, 1, Metric.COSINE, Run.local()));
    assertEquals(
        "queries have 9 numbers, points 1; give vectors of equal dimension", unlike.getMessage());
  }
}
