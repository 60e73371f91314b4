package dev.grassmann.core.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.InputException;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.report.Bars;
import dev.grassmann.core.report.Chart;
import dev.grassmann.core.report.HeatMap;
import dev.grassmann.core.result.FeatureScore.Role;
import dev.grassmann.core.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureRankingTest {
  private static FeatureRanking clicks() {
    List<FeatureScore> scores =
        List.of(
            new FeatureScore("city", Role.COLUMN, 0.02, 0.001, 3, 12, 99.5),
            new FeatureScore("device", Role.COLUMN, 0.30, 0.004, 3, 3, 100),
            new FeatureScore("city AND device", Role.COMBINATION, 0.31, 0.002, 3, 36, 99.5),
            new FeatureScore("control: coin", Role.CONTROL, 0.05, 0.001, 3, 2, 100));
    return new FeatureRanking(
        "OutRank",
        "corrected mutual information",
        "nats",
        "click",
        "log,csv",
        60_000,
        scores,
        0.69,
        List.of(new PairScore("city", "device", 0.1, Double.NaN, 1)),
        List.of("device", "city"),
        Map.of("city", 0.31, "device", 0.31));
  }

  @Test
  void theBestComesFirstAndTiesKeepTheirOrder() {
    FeatureRanking ranking =
        new FeatureRanking(
            "m",
            "strength",
            "",
            "",
            "t",
            9,
            List.of(FeatureScore.of("a", 1), FeatureScore.of("b", 2), FeatureScore.of("c", 1)));
    assertEquals(List.of("b", "a", "c"), ranking.order());
    assertEquals(
        "b ranks first by strength (2.0000), then a (1.0000) and c (1.0000).", ranking.headline());
  }

  @Test
  void theHeadlineNamesTheBestAndCountsWhatBeatsTheControls() {
    assertEquals(
        "city AND device says most about click (0.3100 nats), then device (0.3000) and city"
            + " (0.0200); 2 of 3 features beat every control.",
        clicks().headline());
    assertEquals(List.of("city AND device", "device", "city"), clicks().top(9));
  }

  @Test
  void aUselessTableIsCalledUseless() {
    FeatureRanking ranking =
        new FeatureRanking("m", "score", "", "y", "t", 9, List.of(FeatureScore.of("a", -0.1)));
    assertEquals("No feature scores above 0 by score with y.", ranking.headline());
  }

  @Test
  void aBrokenScoreIsRefusedByName() {
    InputException refused =
        assertThrows(InputException.class, () -> FeatureScore.of("age", Double.NaN));
    assertEquals("the score of 'age' is NaN; look for broken values in it", refused.getMessage());
  }

  @Test
  void tripletsHoldBothDirectionsAndTheDiagonalOnce() {
    assertEquals(1 + 2 * 4 + 2, clicks().triplets().size());
  }

  @Test
  void whatIsWrittenAsJsonReadsBackTheSame() {
    FeatureRanking ranking = clicks();
    assertEquals(ranking, FeatureRanking.of(Json.parse(Json.line(ranking.json()), "test")));
  }

  @Test
  void aChoiceThatNoRedundancyDecidedIsNotCalledLessRedundant() {
    String text = clicks().selecting(List.of("device"), List.of()).text();
    assertTrue(text.endsWith("chosen: device\n"), text);
  }

  @Test
  void textIsAShortTableWithoutEmptyTails() {
    String expected =
        """
        OutRank: corrected mutual information with click, in nats; the target itself has 0.6900; 60,000 rows of log,csv
              feature             score       sd    values  coverage
           1  city AND device    0.3100   0.0020        36    99.5 %
           2  device             0.3000   0.0040         3   100.0 %
           3  control: coin      0.0500   0.0010         2   100.0 %
           4  city               0.0200   0.0010        12    99.5 %
        less redundancy: device, city
        most alike:
              0.1000  city, device
        """;
    assertEquals(expected, clicks().text());
  }

  @Test
  void aWideRankingStaysWithinFortyLines() {
    List<FeatureScore> scores = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      scores.add(FeatureScore.of("f" + i, i));
    }
    String text = new FeatureRanking("m", "s", "", "", "t", 9, scores).text();
    assertTrue(text.lines().count() <= 40);
    assertTrue(text.contains("and 475 more"));
  }

  @Test
  void filesScaleTheScoresWithTheTargetIncluded(@TempDir Path folder) throws IOException {
    clicks().save(RunFolder.at(folder));
    List<String> lines = Files.readAllLines(folder.resolve("ranking.csv"));
    assertEquals("rank,feature,role,score,scaled,sd,batches,cardinality,coverage", lines.get(0));
    assertTrue(lines.get(2).startsWith("2,device,column,0.3,0.4179104"), lines.get(2));
    assertEquals(12, Files.readAllLines(folder.resolve("pairs.csv")).size());
    assertTrue(Files.exists(folder.resolve("selection.csv")));
    assertTrue(Files.exists(folder.resolve("combined.csv")));
  }

  private static FeatureRanking numbered(int features, List<PairScore> pairs) {
    List<FeatureScore> scores = new ArrayList<>();
    for (int i = 0; i < features; i++) {
      Role role = i == 0 ? Role.CONTROL : Role.COLUMN;
      scores.add(new FeatureScore("f" + i, role, i, Double.NaN, 1, i + 1, 100));
    }
    return new FeatureRanking(
        "m", "s", "", "y", "t", 9, scores, Double.NaN, pairs, List.of(), Map.of());
  }

  @Test
  void barsAreDrawnForTheTopTenTwentyFiveAndSoOn() {
    RankingPictures pictures = new RankingPictures(numbered(30, List.of()));
    assertEquals(
        List.of("The best 10", "The best 25", "The best 30"),
        pictures.bars().stream().map(Bars::title).toList());
    assertEquals("f29", pictures.bars().get(0).bars().get(0).name());
    assertEquals(1, new RankingPictures(numbered(4, List.of())).bars().size());
  }

  @Test
  void controlsAreDrawnInAColourOfTheirOwn() {
    List<Chart.Point> points = new RankingPictures(numbered(5, List.of())).scoreByValues().points();
    assertEquals(new Chart.Point(5, 4, "column", "f4"), points.get(0));
    assertEquals(new Chart.Point(1, 0, "control", "f0"), points.get(4));
  }

  @Test
  void theMapPutsFeaturesThatSayTheSameSideBySide() {
    List<PairScore> pairs = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      for (int j = i; j < 6; j++) {
        double score = i == j ? 9 : i % 2 == j % 2 ? 1 - 0.01 * i : 0.1;
        pairs.add(new PairScore("f" + i, "f" + j, score, Double.NaN, 1));
      }
    }
    PairMap map = PairMap.of(numbered(6, pairs), 60);
    List<String> odd = List.of("f5", "f3", "f1");
    assertEquals(Set.copyOf(odd), Set.copyOf(map.names().subList(0, 3)));
    assertEquals(2, map.bestGroups().size());
    assertEquals(1, map.silhouettes().points().get(0).y(), 0.2);
    HeatMap heat = map.heatMap("s");
    assertTrue(Double.isNaN(heat.cells()[0][0]), "a feature's own entropy would drown the rest");
    assertTrue(heat.cells()[0][1] > 0.9);
    assertEquals(0.1, heat.cells()[0][5]);
    assertEquals(4, PairMap.of(numbered(6, pairs), 4).names().size());
  }
}
