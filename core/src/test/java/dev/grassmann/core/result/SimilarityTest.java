package dev.grassmann.core.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.InputException;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.report.Report;
import dev.grassmann.core.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimilarityTest {
  /** 0.00, 0.01, ... 0.19: mean 0.095. */
  private static final SimilarityNull TWENTY =
      new SimilarityNull(500, IntStream.range(0, 20).mapToDouble(i -> i / 100.0).toArray());

  private static SimilarityScore score(String measure, double value, SimilarityNull none) {
    return new SimilarityScore(
        measure,
        "linear " + measure.toUpperCase(java.util.Locale.ROOT),
        value,
        1_000,
        Optional.ofNullable(none),
        Map.of());
  }

  private static SimilarityScore neighbours(double value) {
    return new SimilarityScore(
        "mknn", "mutual neighbours", value, 900, Optional.of(TWENTY), Map.of("k", 10.0));
  }

  private static Similarity of(SimilarityScore... scores) {
    return new Similarity(1_000, 64, 128, List.of(scores));
  }

  @Test
  void theNullHasMeanQuantilesAndAPValueThatIsNeverZero() {
    assertEquals(0.095, TWENTY.mean(), 1e-15);
    assertEquals(0.18, TWENTY.quantile(0.95), 0);
    assertEquals(0.19, TWENTY.quantile(1), 0);
    assertEquals(0.0, TWENTY.quantile(0.01), 0);
    assertEquals(1 / 21.0, TWENTY.pValue(0.5), 1e-15);
    assertEquals(3 / 21.0, TWENTY.pValue(0.18), 1e-15);
    assertEquals(1, TWENTY.pValue(-1), 0);
  }

  @Test
  void aCorrectedScoreIsZeroAtChanceAndOneForTheSame() {
    assertEquals(0, TWENTY.corrected(0.095), 1e-15);
    assertEquals(1, TWENTY.corrected(1), 1e-15);
    assertEquals(-0.095 / 0.905, TWENTY.corrected(0), 1e-15);
    assertEquals(0, new SimilarityNull(4, new double[] {1, 1}).corrected(1), 0);
  }

  @Test
  void theHeadlineComparesWithChance() {
    assertEquals(
        "A and B are more alike than chance: linear CKA 0.868 (shuffled rows 0.095), and mutual"
            + " neighbours 0.558 (shuffled rows 0.095).",
        of(score("cka", 0.8678, TWENTY), neighbours(0.558)).headline());
    assertEquals(
        "A and B are more alike than chance by 1 of 2 measures: mutual neighbours 0.558 (shuffled"
            + " rows 0.095).",
        of(score("cka", 0.18, TWENTY), neighbours(0.558)).headline());
    assertEquals(
        "A and B share no more than two spaces whose rows were shuffled: linear CKA 0.100"
            + " (shuffled rows 0.095).",
        of(score("cka", 0.1, TWENTY), neighbours(0.02)).headline());
    assertEquals(
        "A and B, without a null to compare with: linear CKA 0.868.",
        of(score("cka", 0.8678, null)).headline());
  }

  @Test
  void theTerminalShowsScoresBesideTheirNull() {
    assertEquals(
        """
        1,000 rows, A has 64 columns, B has 128; 1 is the same
                                score  null mean  null 95 %  corrected      p
          linear CKA          -0.0001     0.0950     0.1800    -0.1051  1.000
          mutual neighbours    0.5580     0.0950     0.1800     0.5116  0.048
            k 10
        null: the rows of B shuffled 20 times; corrected: 0 is the null's mean, 1 is the same
        """,
        of(score("cka", -0.0001, TWENTY), neighbours(0.558)).text());
  }

  @Test
  void whatRoundsToZeroHasNoSign() {
    assertEquals("0.000", Similarity.number(-0.0001, 3));
    assertEquals("-0.001", Similarity.number(-0.0008, 3));
  }

  @Test
  void jsonHoldsEverythingAndReadsBack() {
    Similarity similarity = of(score("cka", 0.8678, null), neighbours(0.558));
    assertEquals(similarity, Similarity.of(Json.parse(similarity.json().toString(), "json")));
    assertEquals(
        0.18, similarity.json().get("scores").get(1).get("null").get("quantile95").asDouble(), 0);
    assertFalse(similarity.json().get("scores").get(0).has("null"));
  }

  @Test
  void whatIsNoSavedSimilarityIsRefused() {
    assertRefused("has no field 'rows'", "{}");
    assertRefused("has no scores", "{\"rows\":4,\"columnsA\":1,\"columnsB\":1,\"scores\":[]}");
    assertRefused(
        "has a null without scores",
        "{\"rows\":4,\"columnsA\":1,\"columnsB\":1,\"scores\":[{\"value\":1,\"null\":{\"rows\":4}}]}");
  }

  private static void assertRefused(String what, String json) {
    InputException refused =
        assertThrows(InputException.class, () -> Similarity.of(Json.parse(json, "json")));
    assertEquals(
        "a saved similarity: " + what + "; give a similarity.json of a run", refused.getMessage());
  }

  @Test
  void aScoreThatIsNoNumberIsRefused() {
    InputException refused =
        assertThrows(InputException.class, () -> score("cka", Double.NaN, TWENTY));
    assertEquals(
        "the linear CKA of the two spaces is NaN; look for broken values in them",
        refused.getMessage());
  }

  @Test
  void filesHoldScoresAndNulls(@TempDir Path folder) throws IOException {
    Similarity similarity = of(score("cka", 0.5, null), neighbours(0.558));
    similarity.save(RunFolder.at(folder));
    assertEquals(similarity, Similarity.of(Json.read(folder.resolve("similarity.json"))));
    List<String> lines = Files.readAllLines(folder.resolve("similarity.csv"));
    assertEquals("measure,score,rows,null_mean,null_95,corrected,p,null_rows", lines.get(0));
    assertEquals("cka,0.5,1000,,,,,", lines.get(1));
    assertTrue(lines.get(2).startsWith("mknn,0.558,900,0.09"), lines.get(2));
    assertEquals(21, Files.readAllLines(folder.resolve("null.csv")).size());
    assertEquals("mknn,0.0", Files.readAllLines(folder.resolve("null.csv")).get(1));
  }

  @Test
  void theReportShowsEachScoreBesideWhatShufflesGive() {
    Similarity similarity = of(score("cka", 0.5, null), neighbours(0.558));
    Report report = new Report("compare").answer(similarity.headline());
    similarity.describe(report);
    String html = report.html();
    for (String part :
        List.of(
            "How alike A and B are", "mutual neighbours, shuffled", "Scores of shuffled rows")) {
      assertTrue(html.contains(part), part);
    }
    assertFalse(html.contains("linear CKA, shuffled"), "no bar for a null that was not made");
  }
}
