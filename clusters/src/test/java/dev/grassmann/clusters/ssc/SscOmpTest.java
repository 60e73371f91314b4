package dev.grassmann.clusters.ssc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.grassmann.clusters.Fixture;
import dev.grassmann.clusters.metrics.Agreement;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.Clustering;
import dev.grassmann.core.run.Run;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SscOmpTest {
  private static final int[] TRUTH = Fixture.ints(Fixture.json("reference.json").get("truth"));

  @Test
  void theEigengapFindsThePlantedNumberOfSubspacesAndTheirDimension() {
    Vectors exact = Fixture.points("exact_points.csv");
    Clustering found = new SscOmp().run(exact, SscOmpConfig.DEFAULTS, Run.local());
    assertEquals(3, found.clusters());
    assertEquals(1, Agreement.of(TRUTH, found.labels()).accuracy());
    found.flats().forEach(flat -> assertEquals(4, flat.dimension()));
    assertEquals(3, found.components());
  }

  @Test
  void theSameSeedGivesTheSameAndThreadsChangeNoLabel() {
    Vectors points = Fixture.points("points.csv");
    SscOmpConfig config = Options.with(SscOmpConfig.DEFAULTS, "clusters", 3);
    Clustering one = new SscOmp().run(points, config, Run.builder().threads(1).build());
    Clustering again = new SscOmp().run(points, config, Run.builder().threads(1).build());
    Clustering many = new SscOmp().run(points, config, Run.builder().threads(3).build());
    assertArrayEquals(one.labels(), again.labels());
    assertArrayEquals(one.spectrum(), again.spectrum());
    assertArrayEquals(one.residuals(), again.residuals());
    assertArrayEquals(one.labels(), many.labels());
    var codes = one.graph().orElseThrow().codes().orElseThrow();
    assertArrayEquals(codes.values(), many.graph().orElseThrow().codes().orElseThrow().values());
  }

  @Test
  void lengthsOfPointsChangeNothing() {
    Vectors points = Fixture.points("points.csv");
    float[] scaled = points.toArray();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] *= 1 << (i / points.d() % 9); // powers of two: exact
    }
    Map<String, Integer> three = Map.of("clusters", 3);
    SscOmpConfig config = Options.with(SscOmpConfig.DEFAULTS, three);
    Clustering before = new SscOmp().run(points, config, Run.local());
    Clustering after =
        new SscOmp().run(Vectors.of(scaled, points.n(), points.d()), config, Run.local());
    assertArrayEquals(before.labels(), after.labels());
    assertArrayEquals(before.residuals(), after.residuals(), 1e-12);
  }
}
