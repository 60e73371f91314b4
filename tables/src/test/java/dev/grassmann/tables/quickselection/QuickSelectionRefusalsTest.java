package dev.grassmann.tables.quickselection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.SparseMatrix;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class QuickSelectionRefusalsTest {
  private static final QuickSelectionConfig SMALL =
      QuickSelectionConfig.DEFAULTS.with(
          Map.of("hidden", 60, "epochs", 1, "epsilon", 6, "batch", 50));

  private final Table table = Tables.of(MadelonLike.draw(100, 40, 0, new SplittableRandom(1)));

  private static void refuses(String message, Table table, QuickSelectionConfig config) {
    InputException refusal =
        assertThrows(
            InputException.class, () -> new QuickSelection(config).run(table, config, Run.local()));
    assertEquals(message, refusal.getMessage());
  }

  @Test
  void fewerRowsThanABatch() {
    refuses(
        "made up: 100 rows, but at least one full batch of 101 is needed; lower --batch to at most"
            + " 100",
        table,
        SMALL.with("batch", 101));
  }

  @Test
  void layersMoreThanHalfDense() {
    refuses(
        "--epsilon 13: 1,300 connections a layer of 40 columns and 60 hidden units would be more"
            + " than half of all there could be; give --epsilon 11 or less",
        table,
        SMALL.with("epsilon", 13));
  }

  @Test
  void aTableTooNarrowForAnyEpsilon() {
    Table narrow = table.select(List.of("f1", "f2"));
    refuses(
        "--epsilon 6: 372 connections a layer of 2 columns and 60 hidden units would be more than"
            + " half of all there could be; QuickSelection is for wide tables: rank these columns"
            + " by another method",
        narrow,
        SMALL);
  }

  @Test
  void epsilonsAllowedAreThoseOfAtMostHalfDenseLayers() {
    // 11 (40 + 60) = 1,100 < 40 * 60 / 2 = 1,200
    QuickSelectionConfig most = SMALL.with("epsilon", 11);
    assertEquals(40, new QuickSelection(most).run(table, most, Run.local()).scores().size());
  }

  @Test
  void columnsThatNeverVary() {
    double[] same = new double[100];
    Arrays.fill(same, 3);
    refuses(
        "flat: every column holds one value only; give columns that vary",
        new Table("flat", List.of(new Column.Numeric("a", same, true))),
        SMALL);
  }

  @Test
  void aNumberThatIsMissing() {
    refuses(
        "made up: column 'f7' has 1 missing value; fill them, or give --missing mean",
        Tables.with(table, "f7", 11, Double.NaN),
        SMALL);
  }

  @Test
  void aNumberThatIsInfinite() {
    refuses(
        "made up row 12: column 'f7' holds Infinity; leave the row out or mend the number",
        Tables.with(table, "f7", 11, Double.POSITIVE_INFINITY),
        SMALL);
  }

  @Test
  void vectorsWithANumberThatIsNone() {
    float[] cells = new float[100 * 40];
    cells[40 * 2 + 5] = Float.NaN;
    InputException refusal =
        assertThrows(
            InputException.class,
            () -> new QuickSelection(SMALL).rank(Vectors.of(cells, 100, 40), Run.local()));
    assertEquals(
        "vectors row 3, column 6: holds NaN; leave the row out or mend the number",
        refusal.getMessage());
  }

  @Test
  void aSparseMatrixWithANumberThatIsInfinite() {
    int[] start = new int[101];
    Arrays.fill(start, 4, 101, 1);
    SparseMatrix matrix =
        SparseMatrix.of(40, start, new int[] {9}, new double[] {Double.NEGATIVE_INFINITY});
    InputException refusal =
        assertThrows(
            InputException.class, () -> new QuickSelection(SMALL).rank(matrix, Run.local()));
    assertEquals(
        "sparse matrix row 4, column 10: holds -Infinity; leave the row out or mend the number",
        refusal.getMessage());
  }

  @Test
  void aTargetThatIsNotThere() {
    Table two = table.select(List.of("f1", "f2"));
    refuses("made up: there is no column 'y'; columns are f1, f2", two, SMALL.with("target", "y"));
  }

  @Test
  void nothingButTheTarget() {
    refuses(
        "made up: there is no column but the target 'f1'; give a table with columns to rank",
        table.select(List.of("f1")),
        SMALL.with("target", "f1"));
  }

  @Test
  void aPrunedSnapshotOfOneEpoch() {
    refuses(
        "--snapshot pruned: with one epoch nothing is ever pruned; give at least 2 epochs, or score"
            + " the final weights",
        table,
        SMALL.with("snapshot", "pruned"));
  }

  @Test
  void aTrainingThatDiverges() {
    refuses(
        "--rate 1000.0: the loss is Infinity in epoch 4; give a smaller learning rate, or scale the"
            + " columns",
        table,
        SMALL.with(Map.of("rate", 1000.0, "epochs", 30)));
  }

  @Test
  void epochsOutOfBounds() {
    InputException refusal =
        assertThrows(InputException.class, () -> new QuickSelection(SMALL.with("epochs", 0)));
    assertEquals("--epochs: is 0; allowed: 1 to 1,000,000", refusal.getMessage());
  }
}
