package dev.grassmann.tables;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import dev.grassmann.tables.DesignMatrix.Encoding;
import dev.grassmann.tables.DesignMatrix.Missing;
import dev.grassmann.tables.Outcomes.Task;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DesignMatrixTest {
  private static final Column.Numeric WEIGHT =
      new Column.Numeric("weight", new double[] {1, 3, Double.NaN, 8}, true);
  private static final Column.Text COLOUR =
      new Column.Text("colour", new String[] {"red", "blue", "red", null});
  private static final Column.Numeric CLICK =
      new Column.Numeric("click", new double[] {10, 2, 2, 10}, true);
  private static final Table TABLE = new Table("shop.csv", List.of(WEIGHT, COLOUR, CLICK));

  private static DesignMatrix matrix(Encoding encoding) {
    return DesignMatrix.of(TABLE, List.of(), "click", encoding, Missing.MEAN);
  }

  private static String refusal(Runnable what) {
    return assertThrows(InputException.class, what::run).getMessage();
  }

  @Test
  void categoriesBecomeOneFeatureAValueInTheirOrder() {
    DesignMatrix matrix = matrix(Encoding.ONE_HOT);
    assertEquals(
        List.of("weight", "colour=", "colour=blue", "colour=red"),
        IntStream.range(0, matrix.features()).mapToObj(matrix::name).toList());
    double[] red = new double[4];
    matrix.copyColumn(3, red);
    assertArrayEquals(new double[] {1, 0, 1, 0}, red);
    double[] chosen = new double[2];
    matrix.copyColumn(1, new int[] {3, 0}, chosen);
    assertArrayEquals(new double[] {1, 0}, chosen);
  }

  @Test
  void scoresOfFeaturesAddUpToThoseOfTheirColumns() {
    assertEquals(List.of("weight", "colour"), matrix(Encoding.ONE_HOT).sources());
    assertArrayEquals(
        new double[] {5, 7}, matrix(Encoding.ONE_HOT).bySource(new double[] {5, 1, 2, 4}));
  }

  @Test
  void anOrdinalIsThePlaceAmongTheOrderedValues() {
    double[] places = new double[4];
    matrix(Encoding.ORDINAL).copyColumn(1, places);
    assertArrayEquals(new double[] {2, 1, 2, 0}, places);
  }

  @Test
  void theMeanStandsInForWhatIsMissing() {
    assertEquals(4.0, matrix(Encoding.ONE_HOT).value(2, 0));
    assertEquals(
        "shop.csv: column 'weight' has 1 missing value; fill them, or give --missing mean",
        refusal(() -> DesignMatrix.of(TABLE, "click")));
  }

  @Test
  void whatCannotBecomeNumbersIsRefused() {
    assertEquals(
        "shop.csv: there is no column but the target 'click'; give a table with columns to rank",
        refusal(() -> DesignMatrix.of(TABLE.select(List.of("click")), "click")));
    Table infinite =
        new Table(
            "t",
            List.of(new Column.Numeric("a", new double[] {1, Double.NEGATIVE_INFINITY}, false)));
    assertEquals(
        "t row 2: column 'a' holds -Infinity; leave the row out or mend the number",
        refusal(() -> DesignMatrix.of(infinite, "")));
    String[] ids = IntStream.range(0, 1001).mapToObj(i -> "u" + i).toArray(String[]::new);
    Table wide = new Table("t", List.of(new Column.Text("id", ids)));
    assertEquals(
        "t: column 'id' has 1,001 values; leave it out, or give --encoding ordinal",
        refusal(() -> DesignMatrix.of(wide, "")));
    Table empty =
        new Table("t", List.of(new Column.Numeric("a", new double[] {Double.NaN}, false)));
    assertEquals(
        "t: column 'a' has no value at all; leave the column out",
        refusal(() -> DesignMatrix.of(empty, List.of(), "", Encoding.ONE_HOT, Missing.MEAN)));
  }

  @Test
  void fewWholeNumbersAreClassesInTheirNumericOrder() {
    var classes = (Outcomes.Classes) Outcomes.of(TABLE, "click", Task.AUTO);
    assertEquals(List.of("2", "10"), classes.classes());
    assertArrayEquals(new int[] {1, 0, 0, 1}, classes.codes());
    var numbers = (Outcomes.Numbers) Outcomes.of(TABLE, "click", Task.REGRESSION);
    assertArrayEquals(new double[] {10, 2, 2, 10}, numbers.values());
  }

  @Test
  void manyOrBrokenNumbersAreQuantities() {
    double[] many = IntStream.range(0, 21).asDoubleStream().toArray();
    double[] few = IntStream.range(0, 21).mapToDouble(i -> i % 20).toArray();
    Table table =
        new Table(
            "t",
            List.of(
                new Column.Numeric("many", many, true),
                new Column.Numeric("few", few, true),
                new Column.Numeric(
                    "half", IntStream.range(0, 21).mapToDouble(i -> i % 2 * .5).toArray(), false)));
    assertTrue(Outcomes.of(table, "many", Task.AUTO) instanceof Outcomes.Numbers);
    assertTrue(Outcomes.of(table, "half", Task.AUTO) instanceof Outcomes.Numbers);
    assertTrue(Outcomes.of(table, "few", Task.AUTO) instanceof Outcomes.Classes);
    assertTrue(Outcomes.of(table, "many", Task.CLASSIFICATION) instanceof Outcomes.Classes);
  }

  @Test
  void outcomesThatExplainNothingAreRefused() {
    assertEquals(
        "shop.csv: target 'weight' has 1 missing value; leave those rows out",
        refusal(() -> Outcomes.of(TABLE, "weight", Task.AUTO)));
    assertEquals(
        "t: target 'b' holds text, not numbers; give --task classification",
        refusal(
            () ->
                Outcomes.of(
                    new Table("t", List.of(new Column.Text("b", new String[] {"x", "y"}))),
                    "b",
                    Task.REGRESSION)));
    Table constant = new Table("t", List.of(new Column.Numeric("a", new double[] {3, 3}, true)));
    for (Task task : Task.values()) {
      assertEquals(
          "t: target 'a' has one value ('3') in all 2 rows; give a target with at least two values",
          refusal(() -> Outcomes.of(constant, "a", task)));
    }
  }

  @Test
  void scalingIsFittedOnTheRowsItMaySee() {
    DesignMatrix matrix =
        DesignMatrix.of(
            new Table(
                "t",
                List.of(
                    new Column.Numeric("a", new double[] {1, 3, 100}, true),
                    new Column.Numeric("c", new double[] {0.1, 0.1, 5}, false))),
            "");
    int[] seen = {0, 1};
    Scaling standard = Scaling.fit(Scaling.Kind.STANDARD, matrix, seen);
    assertArrayEquals(
        new float[] {-1, 0, 1, 0, 98, 0}, standard.rowMajor(matrix, new int[] {0, 1, 2}));
    assertTrue(standard.isConstant(1));
    Scaling range = Scaling.fit(Scaling.Kind.MIN_MAX, matrix, seen);
    assertArrayEquals(new float[] {-1, 0, 1, 0, 1, 0}, range.rowMajor(matrix, new int[] {0, 1, 2}));
    Scaling none = Scaling.fit(Scaling.Kind.NONE, matrix, seen);
    assertEquals(100, none.apply(100, 0));
  }

  @Property(tries = 200)
  void foldsPartTheRowsAndShareClassesEvenly(
      @ForAll @IntRange(min = 5, max = 60) int rows,
      @ForAll @IntRange(min = 2, max = 5) int count,
      @ForAll long seed) {
    int[] codes = IntStream.range(0, rows).map(i -> i % 3).toArray();
    var classes = new Outcomes.Classes("y", codes, List.of("a", "b", "c"));
    Folds folds = Folds.deal(classes, count, new SplittableRandom(seed));
    int[] seen = new int[rows];
    for (int f = 0; f < count; f++) {
      for (int row : folds.validation(f)) {
        seen[row]++;
      }
      assertEquals(rows, folds.validation(f).length + folds.training(f).length);
    }
    assertTrue(IntStream.of(seen).allMatch(times -> times == 1));
    for (int k = 0; k < 3; k++) {
      int code = k;
      var shares =
          IntStream.range(0, count)
              .map(
                  f ->
                      (int) IntStream.of(folds.validation(f)).filter(r -> codes[r] == code).count())
              .summaryStatistics();
      assertTrue(shares.getMax() - shares.getMin() <= 1, shares.toString());
    }
  }
}
