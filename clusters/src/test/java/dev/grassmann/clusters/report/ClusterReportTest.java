package dev.grassmann.clusters.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.clusters.Fixture;
import dev.grassmann.clusters.assign.Assign;
import dev.grassmann.clusters.assign.AssignConfig;
import dev.grassmann.clusters.metrics.SelfExpression;
import dev.grassmann.clusters.ssc.SscOmp;
import dev.grassmann.core.InputException;
import dev.grassmann.core.data.DataSource;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.report.Report;
import dev.grassmann.core.result.Clustering;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clustering is fitted and saved, new points are assigned to it, and it is measured. */
class ClusterReportTest {
  @TempDir static Path folder;

  private static final int[] TRUTH = Fixture.ints(Fixture.json("reference.json").get("truth"));
  private static Vectors points;
  private static Clustering fitted;

  @BeforeAll
  static void fit() {
    points = Fixture.points("points.csv");
    fitted = new SscOmp().cluster(points, 3);
    fitted.save(RunFolder.at(folder));
  }

  @Test
  void againstClassesItSaysWhatTheReferenceSays() throws Exception {
    Path labels = folder.resolve("labels-of-points.txt");
    Files.writeString(
        labels,
        Arrays.stream(TRUTH).mapToObj(t -> "object " + t).collect(Collectors.joining("\n")));
    ClusterQuality quality =
        new ClusterReport()
            .run(new DataSource(folder), new ReportConfig(labels.toString()), Run.local());
    var scores = Fixture.json("reference.json").get("matchingPursuit").get("noisy10");
    AgainstClasses against = quality.against().orElseThrow();
    assertEquals(
        scores.get("scores").get("accuracy").asDouble(), against.agreement().accuracy(), 1e-12);
    assertEquals(
        scores.get("scores").get("nmiArithmetic").asDouble(), against.agreement().nmi(), 1e-9);
    assertEquals(scores.get("selfExpressionError").asDouble(), against.selfExpressionError(), 1e-8);
    assertTrue(
        quality.headline().startsWith("3 clusters and 3 classes agree on "), quality.headline());
    Report report = new Report("test");
    quality.describe(report);
    assertTrue(report.html().contains("matched ones on the diagonal"));
  }

  @Test
  void withoutClassesItSaysResidualsAndConnectivity() {
    ClusterQuality quality =
        new ClusterReport().run(new DataSource(folder), ReportConfig.DEFAULTS, Run.local());
    assertTrue(quality.against().isEmpty());
    double mean = Arrays.stream(fitted.residuals()).average().orElseThrow();
    assertEquals(mean, quality.meanResidual(), 1e-12);
    assertEquals(
        Arrays.stream(fitted.graph().orElseThrow().connectivity()).min().orElseThrow(),
        quality.leastConnectivity(),
        1e-12);
    assertEquals(fitted.headline(), quality.headline());
  }

  @Test
  void theFittedPointsThemselvesAreAssignedToWhereTheyLie() {
    Clustering assigned =
        new Assign().run(points, new AssignConfig(folder.toString()), Run.local());
    assertEquals(3, assigned.clusters());
    int same = 0;
    for (int i = 0; i < points.n(); i++) {
      same += assigned.labels()[i] == fitted.labels()[i] ? 1 : 0;
      assertTrue(assigned.residuals()[i] <= fitted.residuals()[i] + 1e-6);
    }
    assertTrue(same >= 57, same + " of 60 stay where they were");
  }

  @Test
  void labelsOfAnotherNumberAreRefused() throws Exception {
    Path labels = folder.resolve("few.txt");
    Files.writeString(labels, "a\nb\n");
    InputException refused =
        assertThrows(
            InputException.class,
            () ->
                new ClusterReport()
                    .run(new DataSource(folder), new ReportConfig(labels.toString()), Run.local()));
    assertEquals(
        "there are 2 labels for 60 points; give one label a point, in the points' order",
        refused.getMessage());
  }

  @Test
  void assigningToNothingIsRefused() {
    InputException refused =
        assertThrows(
            InputException.class,
            () -> new Assign().run(points, AssignConfig.DEFAULTS, Run.local()));
    assertEquals(
        "--model: no clusters to assign to; give the folder that 'cluster fit' wrote with --out",
        refused.getMessage());
  }

  @Test
  void theSavedCoefficientsAreTheFittedOnes() {
    var saved = Clustering.load(folder).graph().orElseThrow().codes().orElseThrow();
    var kept = fitted.graph().orElseThrow().codes().orElseThrow();
    assertArrayEquals(kept.values(), saved.values());
    assertEquals(SelfExpression.error(kept, TRUTH), SelfExpression.error(saved, TRUTH));
  }
}
