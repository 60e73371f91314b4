package dev.grassmann.tables.quickselection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.SparseMatrix;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.FeatureRanking;
import dev.grassmann.core.run.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class QuickSelectionTest {
  private static final QuickSelectionConfig SMALL =
      QuickSelectionConfig.DEFAULTS.with(
          Map.of("hidden", 60, "epochs", 3, "epsilon", 6, "batch", 50));

  private final Vectors data = MadelonLike.draw(200, 60, 0, new SplittableRandom(1));
  private final Table table = Tables.of(data);

  @Test
  void theSameSeedGivesTheSameRankingOnAnyNumberOfThreads() {
    FeatureRanking one = run(table, SMALL, Run.builder().threads(1).build());
    assertEquals(one, run(table, SMALL, Run.builder().threads(2).build()));
    assertNotEquals(one, run(table, SMALL, Run.seeded(1)));
  }

  @Test
  void aTableVectorsAndASparseMatrixOfTheSameNumbersRankAlike() {
    float[] cells = new float[200 * 60];
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < cells.length; i++) { // one cell in ten is a whole number other than 0
      cells[i] = random.nextInt(10) == 0 ? random.nextInt(1, 9) : 0;
    }
    Vectors sparse = Vectors.of(cells, 200, 60);
    FeatureRanking ofTable = run(Tables.of(sparse), SMALL, Run.local());
    FeatureRanking ofVectors = new QuickSelection(SMALL).rank(sparse, Run.local());
    FeatureRanking ofMatrix = new QuickSelection(SMALL).rank(matrix(cells), Run.local());
    assertEquals(ofTable.scores(), ofVectors.scores());
    for (String name : ofTable.order()) { // sums of squares are taken in another order here
      assertEquals(ofTable.score(name), ofMatrix.score(name), 1e-4);
    }
  }

  private static SparseMatrix matrix(float[] cells) {
    int[] start = new int[201];
    List<Integer> columns = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < cells.length; i++) {
      if (cells[i] != 0) {
        columns.add(i % 60);
        values.add((double) cells[i]);
        start[i / 60 + 1]++;
      }
    }
    for (int i = 0; i < 200; i++) {
      start[i + 1] += start[i];
    }
    return SparseMatrix.of(
        60,
        start,
        columns.stream().mapToInt(Integer::intValue).toArray(),
        values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  @Test
  void scalesDoNotMatterWhenColumnsAreStandardised() {
    List<Column> scaled = new ArrayList<>();
    for (Column column : table.columns()) {
      double[] numbers = ((Column.Numeric) column).toArray();
      Arrays.setAll(numbers, i -> numbers[i] * 1024 + 4096); // powers of two: nearly no rounding
      scaled.add(new Column.Numeric(column.name(), numbers, false));
    }
    FeatureRanking plain = run(table, SMALL, Run.local());
    FeatureRanking large = run(new Table("made up", scaled), SMALL, Run.local());
    for (String name : plain.order()) {
      assertEquals(plain.score(name), large.score(name), 1e-3);
    }
  }

  @Test
  void theTargetIsNotRanked() {
    FeatureRanking ranking = run(table, SMALL.with("target", "f3"), Run.local());
    assertEquals(59, ranking.scores().size());
    assertTrue(Double.isNaN(ranking.score("f3")));
  }

  @Test
  void constantColumnsScoreNothingAndTheUserIsTold() {
    double[] same = new double[200];
    Arrays.fill(same, 7);
    double[] rare = new double[200];
    rare[17] = 1;
    Table more = Tables.with(table, new Column.Numeric("same", same, false));
    more = Tables.with(more, new Column.Numeric("rare", rare, false));
    Run run = Run.local();
    FeatureRanking ranking = run(more, SMALL, run);
    assertEquals(0, ranking.score("same"));
    assertEquals("same", ranking.order().get(61));
    assertTrue(ranking.score("rare") > 0);
    assertEquals(
        List.of(
            "1 column (same) holds one value only: left out of the training, score 0",
            "1 column (rare) holds nearly one value only (less than 1 % of the rows differ), which"
                + " scaling makes loud"),
        run.warnings());
  }

  @Test
  void aColumnOfCategoriesIsAsStrongAsItsStrongestValue() {
    String[] words = new String[200];
    Arrays.setAll(words, i -> i % 3 == 0 ? "red" : i % 3 == 1 ? "green" : "blue");
    Table more = Tables.with(table, new Column.Text("colour", words));
    FeatureRanking ranking = run(more, SMALL, Run.local());
    assertEquals(61, ranking.scores().size());
    assertTrue(ranking.score("colour") > 0);
  }

  @Test
  void severalTrainingsAreAveraged() {
    FeatureRanking ranking = run(table, SMALL.with("runs", 3), Run.local());
    double sum = ranking.scores().stream().mapToDouble(score -> score.score()).sum();
    assertEquals(60, sum, 1e-9); // each training's scores have mean 1
    assertEquals(3, ranking.scores().get(0).batches());
    assertTrue(ranking.scores().get(0).sd() > 0);
  }

  @Test
  void degreesAreWholeAndSumToTheConnections() {
    FeatureRanking ranking = run(table, SMALL.with("measure", Measure.DEGREE), Run.local());
    double sum = 0;
    for (var score : ranking.scores()) {
      assertEquals(Math.rint(score.score()), score.score());
      sum += score.score();
    }
    Connections first =
        Topology.random(60, 60, 6, Run.local().random("quickselection 0 connections"));
    assertEquals(first.count(), sum);
  }

  @Test
  void thePrunedSnapshotMissesTheWeakestFifth() {
    QuickSelectionConfig two = SMALL.with("epochs", 2).with("measure", Measure.DEGREE);
    double all = total(run(table, two, Run.local()));
    double kept = total(run(table, two.with("snapshot", "pruned"), Run.local()));
    assertEquals(0.8, kept / all, 0.01);
  }

  private static double total(FeatureRanking ranking) {
    return ranking.scores().stream().mapToDouble(score -> score.score()).sum();
  }

  @Test
  void rowsBeyondTheLastFullBatchAreUsedInOtherEpochs() {
    FeatureRanking ranking = run(table, SMALL.with("batch", 120), Run.local());
    assertEquals(200, ranking.rows());
  }

  private static FeatureRanking run(Table table, QuickSelectionConfig config, Run run) {
    return new QuickSelection(config).run(table, config, run);
  }
}
