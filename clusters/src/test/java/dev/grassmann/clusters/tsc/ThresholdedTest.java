package dev.grassmann.clusters.tsc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.clusters.Fixture;
import dev.grassmann.clusters.Points;
import dev.grassmann.clusters.metrics.Agreement;
import dev.grassmann.clusters.spectral.SparseAffinity;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.SparseMatrix;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThresholdedTest {
  private static final Run RUN = Run.local();

  @Test
  void weightsAreThoseOfTheReference() {
    JsonNode expected = Fixture.json("reference.json").get("thresholded");
    Points points = Points.unit(Fixture.points("points.csv"), RUN);
    SparseMatrix directed = Thresholded.weights(points, expected.get("q").asInt(), RUN);
    SparseAffinity graph = SparseAffinity.of(directed); // half of the reference's sum
    double[] first = graph.row(0);
    for (int j = 0; j < 60; j++) {
      JsonNode cell = expected.get("firstRow").get(Integer.toString(j));
      assertEquals(cell == null ? 0 : cell.asDouble(), 2 * first[j], 1e-8);
    }
    double sum = Fixture.checksum(60, 60, (i, j) -> 2 * graph.row(i)[j]);
    assertEquals(expected.get("checksum").asDouble(), sum, 1e-8);
  }

  @Test
  void theClustersAreThoseOfTheReference() {
    JsonNode reference = Fixture.json("reference.json");
    TscConfig config = Options.with(TscConfig.DEFAULTS, Map.of("clusters", 3, "neighbours", 5));
    int[] labels = new Tsc().run(Fixture.points("points.csv"), config, RUN).labels();
    Agreement agreement = Agreement.of(Fixture.ints(reference.get("truth")), labels);
    assertEquals(
        reference.get("thresholded").get("scores").get("accuracy").asDouble(),
        agreement.accuracy(),
        1e-12);
  }

  @Test
  void oppositePointsAreJoinedAndOfEquallyAlignedOnesTheFirst() {
    Vectors vectors = Vectors.of(new float[][] {{1, 0}, {-3, 0}, {0, 2}, {0, -1}, {0, 5}});
    SparseMatrix weights = Thresholded.weights(Points.unit(vectors, RUN), 1, RUN);
    int[] expected = {1, 0, 3, 2, 2};
    for (int i = 0; i < 5; i++) {
      assertEquals(i + 1, weights.start(i + 1));
      assertEquals(expected[i], weights.column(i));
      assertEquals(1, weights.value(i), 1e-7);
    }
  }
}
