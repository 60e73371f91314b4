package dev.grassmann.core.result;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.SparseMatrix;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.report.Report;
import dev.grassmann.core.run.RunFolder;
import dev.grassmann.core.subspace.Subspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusteringTest {
  private static final Subspace PLANE =
      Subspace.ofOrthonormal(new double[] {1, 0, 0, 1, 0, 0}, 3, 2);
  private static final Subspace AXIS = Subspace.ofOrthonormal(new double[] {0, 0, 1}, 3, 1);

  /** A plane and a line through 0, four points; the graph is made up. */
  private static Clustering planeAndLine() {
    SparseMatrix codes =
        SparseMatrix.of(
            4, new int[] {0, 1, 1, 2, 3}, new int[] {1, 3, 2}, new double[] {0.5, -1.25, 2});
    ClusterGraph graph =
        new ClusterGraph(
            new double[] {1, 0.9, 0.2},
            1,
            new double[] {0.75, Double.NaN},
            new double[][] {{2, 0.5}, {0.5, 1}},
            new int[] {0, 1},
            Optional.of(codes));
    return new Clustering(
        "SSC-OMP",
        new int[] {0, 0, 1, 0},
        List.of("a", "b,\"c\"", "d", "e"),
        List.of(Flat.through0(PLANE), Flat.through0(AXIS)),
        new double[] {0, 0.25, 0.125, 0.5},
        true,
        Optional.of(graph));
  }

  @Test
  void pointsGoToTheNearestFlatWhateverTheirLength() {
    Vectors points = Vectors.of(new float[][] {{5, 1, 0}, {0, 0, -3}, {1, 0, 2}, {0, 2, 1}});
    Clustering assigned = planeAndLine().assign(points);
    assertArrayEquals(new int[] {0, 1, 1, 0}, assigned.labels());
    double[] shares = {0, 0, 1 / Math.sqrt(5), 1 / Math.sqrt(5)};
    assertArrayEquals(shares, assigned.residuals(), 1e-12);
    assertEquals(Optional.empty(), assigned.graph());
  }

  @Test
  void aCentreCountsAndPointsThatWereNotScaledAreNotScaledNow() {
    Flat line = new Flat(new double[] {0, 10, 0}, Optional.of(AXIS));
    Flat point = new Flat(new double[] {4, 0, 0}, Optional.empty());
    Clustering clustering =
        new Clustering(
            "k-means",
            new int[] {0, 1},
            List.of(),
            List.of(line, point),
            new double[2],
            false,
            Optional.empty());
    Clustering assigned =
        clustering.assign(Vectors.of(new float[][] {{0, 7, 50}, {4, 3, 0}, {0, 0, 0}}));
    assertArrayEquals(new int[] {0, 1, 1}, assigned.labels());
    assertArrayEquals(new double[] {3, 3, 4}, assigned.residuals(), 1e-12);
  }

  @Test
  void whatIsSavedComesBack(@TempDir Path folder) {
    Clustering before = planeAndLine();
    before.save(RunFolder.at(folder));
    Clustering after = Clustering.load(folder);
    assertEquals(before.method(), after.method());
    assertArrayEquals(before.labels(), after.labels());
    assertEquals(before.ids(), after.ids());
    assertArrayEquals(before.residuals(), after.residuals());
    assertTrue(after.unitLength());
    assertEquals(2, after.clusters());
    for (int c = 0; c < 2; c++) {
      assertTrue(after.bases().get(c).isSame(before.bases().get(c), 1e-6));
    }
    ClusterGraph graph = after.graph().orElseThrow();
    assertArrayEquals(new double[] {1, 0.9, 0.2}, graph.spectrum());
    assertArrayEquals(new double[] {0.75, Double.NaN}, graph.connectivity());
    assertArrayEquals(new double[] {0.5, 1}, graph.blocks()[1]);
    assertArrayEquals(new int[] {0, 1}, graph.blockClusters());
    SparseMatrix codes = graph.codes().orElseThrow();
    assertEquals(3, codes.entries());
    assertEquals(0.5, codes.get(0, 1));
    assertEquals(-1.25, codes.get(2, 3));
    assertEquals(2, codes.get(3, 2));
  }

  @Test
  void clustersWithoutDirectionsComeBackAsCentres(@TempDir Path folder) {
    Clustering before =
        new Clustering(
            "k-means",
            new int[] {0, 0, 1},
            List.of(),
            List.of(
                new Flat(new double[] {1, 2}, Optional.empty()),
                new Flat(new double[] {3, 4}, Optional.empty())),
            new double[] {1, 2, 3},
            false,
            Optional.empty());
    before.save(RunFolder.at(folder));
    Clustering after = Clustering.load(folder);
    assertArrayEquals(new double[] {3, 4}, after.flats().get(1).centre());
    assertEquals(Optional.empty(), after.flats().get(1).directions());
    assertEquals(Optional.empty(), after.graph());
    assertEquals(
        "3 points in 2 clusters around as many centres, at a distance of 2.000 on average.",
        after.headline());
  }

  @Test
  void theTextSaysSizesDimensionsResidualsAndTheGap() {
    assertEquals(
        "4 points in 2 clusters near as many subspaces of dimensions 1 to 2, 22 % of their length"
            + " off on average.",
        planeAndLine().headline());
    assertEquals(
        "SSC-OMP: a graph of 1 component, eigengap 0.7000 after 2\n"
            + " cluster   points  dimension  residual  connectivity\n"
            + "       0        3          2     0.250         0.750\n"
            + "       1        1          1     0.125\n",
        planeAndLine().text());
  }

  @Test
  void theReportShowsAffinityGapResidualsAndAngles() {
    Report report = new Report("test");
    planeAndLine().describe(report);
    String html = report.html();
    for (String title :
        List.of("Affinity by cluster", "Eigengap", "Residuals", "Principal angles")) {
      assertTrue(html.contains(title), title);
    }
  }

  @Test
  void whatCannotBeAssignedIsRefused() {
    Clustering clustering = planeAndLine();
    assertRefused(
        "the points have 2 numbers each, the clusters lie in a space of 3; give points of the space"
            + " that the clusters were found in",
        () -> clustering.assign(Vectors.of(new float[][] {{1, 2}})));
    assertRefused(
        "row 1 is zero and has no direction; drop or offset it",
        () -> clustering.assign(Vectors.of(new float[][] {{1, 2, 3}, {0, 0, 0}})));
    assertRefused(
        "row 0 holds a number that is not finite; drop the row or fill the number",
        () -> clustering.assign(Vectors.of(new float[][] {{1, Float.NaN, 3}})));
  }

  @Test
  void aFolderWithoutAClusteringOrWithABrokenOneIsRefused(@TempDir Path folder) throws Exception {
    assertRefused(
        folder + ": holds no clustering; give the folder that 'cluster fit' wrote with --out",
        () -> Clustering.load(folder));
    planeAndLine().save(RunFolder.at(folder));
    Path json = folder.resolve("clustering.json");
    String whole = Files.readString(json);
    Files.writeString(json, whole.replace("\"residuals\"", "\"other\""));
    assertRefused(
        json + ": has no field 'residuals'; fit the clusters again", () -> Clustering.load(folder));
    Files.writeString(
        json, whole.replaceAll("\"labels\" : \\[ 0, 0, 1, 0 \\]", "\"labels\" : [0, 0, 7, 0]"));
    assertRefused(
        json + ": does not fit together (cluster 7 of 2); fit the clusters again",
        () -> Clustering.load(folder));
  }

  @Test
  void labelsOutsideTheClustersAreAMistakeOfTheProgram() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new Clustering(
                "x",
                new int[] {1},
                List.of(),
                List.of(Flat.through0(AXIS)),
                new double[1],
                true,
                Optional.empty()));
  }

  private static void assertRefused(String message, Runnable call) {
    assertEquals(message, assertThrows(InputException.class, call::run).getMessage());
  }
}
