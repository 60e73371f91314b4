package dev.grassmann.tables.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.result.FeatureRanking;
import dev.grassmann.core.result.FeatureScore;
import dev.grassmann.core.result.RetentionCurve;
import dev.grassmann.core.run.Run;
import dev.grassmann.tables.retention.RetentionConfig.Judge;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Twelve columns of noise, and a class that is 1 where a + b is above 0: known in full by two. */
class RetentionTest {
  private static final int ROWS = 1_200;

  private static Table table() {
    SplittableRandom random = new SplittableRandom(3);
    List<Column> columns = new ArrayList<>();
    double[][] numbers = new double[12][ROWS];
    for (int j = 0; j < 12; j++) {
      Arrays.setAll(numbers[j], i -> random.nextGaussian());
      columns.add(new Column.Numeric("x" + j, numbers[j], false));
    }
    double[] label = new double[ROWS];
    Arrays.setAll(label, i -> numbers[4][i] + numbers[7][i] > 0 ? 1 : 0);
    columns.add(new Column.Numeric("class", label, true));
    return new Table("planted", columns);
  }

  private static FeatureRanking ranking(String name, String... order) {
    List<FeatureScore> scores =
        IntStream.range(0, order.length)
            .mapToObj(i -> FeatureScore.of(order[i], order.length - i))
            .toList();
    return new FeatureRanking(name, "made up", "", "class", "planted", ROWS, scores);
  }

  private static RetentionConfig with(Judge judge, Integer... retained) {
    return new RetentionConfig(judge, List.of(retained), 0.25, 10_000);
  }

  @Test
  void aGoodOrderReachesItsBestAtTwoColumnsAndABadOneDoesNot() {
    for (Judge judge : List.of(Judge.LINEAR, Judge.FOREST)) {
      Retention retention = new Retention(table(), "class", with(judge, 1, 2), Run.local());
      List<RetentionCurve> curves =
          retention.curves(
              List.of(
                  ranking("good", "x4", "x7", "x0", "x1"), ranking("bad", "x0", "x1", "x4", "x7")));
      assertEquals(
          List.of("good", "bad", "random order"),
          curves.stream().map(RetentionCurve::ranking).toList());
      assertTrue(curves.get(0).score(2) > 0.93, judge + " " + curves.get(0));
      assertTrue(curves.get(0).score(1) < 0.85, judge + " " + curves.get(0));
      assertTrue(curves.get(1).score(2) < 0.6, judge + " " + curves.get(1));
    }
  }

  @Test
  void theModelIsJudgedOnRowsThatRankingsDoNotSee() {
    Retention retention = new Retention(table(), "class", with(Judge.LINEAR, 1), Run.local());
    assertEquals(900, retention.training().rows());
    assertEquals("macro F1 of logistic regression", retention.measure());
  }

  @Test
  void countsGrowUpToAllColumns() {
    Retention retention = new Retention(table(), "class", with(Judge.LINEAR), Run.local());
    String[] all = IntStream.range(0, 12).mapToObj(j -> "x" + j).toArray(String[]::new);
    List<Integer> counts =
        retention.curves(List.of(ranking("all", all))).get(0).points().stream()
            .map(RetentionCurve.Point::columns)
            .toList();
    assertEquals(List.of(1, 2, 3, 5, 8, 12), counts);
  }

  @Test
  void theSameSeedGivesTheSameCurves() {
    List<FeatureRanking> rankings = List.of(ranking("good", "x4", "x7", "x0"));
    RetentionConfig config = new RetentionConfig(Judge.FOREST, List.of(2), 0.25, 200);
    List<RetentionCurve> once =
        new Retention(table(), "class", config, Run.seeded(5)).curves(rankings);
    assertEquals(once, new Retention(table(), "class", config, Run.seeded(5)).curves(rankings));
  }

  @Test
  void tooFewRowsToHoldSomeOutAreRefused() {
    Table small = table().pick(new int[] {0, 1, 2, 3, 4, 5, 6});
    assertEquals(
        "planted: 7 rows are too few to hold some out; give more rows, or --judge none",
        assertThrows(
                InputException.class,
                () -> new Retention(small, "class", with(Judge.LINEAR), Run.local()))
            .getMessage());
  }
}
