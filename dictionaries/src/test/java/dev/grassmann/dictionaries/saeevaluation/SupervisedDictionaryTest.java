package dev.grassmann.dictionaries.saeevaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.RunFolder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SupervisedDictionaryTest {
  /** Rows that are exact sums of a colour's and a shape's vector. */
  private static final Table THINGS =
      new Table(
          "things",
          List.of(
              column("colour", List.of("red", "blue"), 0, 0, 1, 1, 0),
              column("shape", List.of("ball", "cube"), 0, 1, 0, 1, 1)));

  private static final Vectors SUMS = Vectors.of(new float[] {1, 1, 1, 3, 5, 1, 5, 3, 1, 3}, 5, 2);

  private static Column column(String name, List<String> values, int... codes) {
    return new Column.Categorical(name, codes, values, -1);
  }

  @Test
  void editsAreExactWhereRowsAreSumsOfTheirAttributes() {
    Attributes attributes = Attributes.of(THINGS, List.of());
    SupervisedDictionary mse =
        SupervisedDictionary.fit(SUMS, attributes, SupervisedDictionary.Codes.MSE);
    float[] row = {1, 1};
    mse.edit(row, 0, 0, 0, 1);
    assertArrayEquals(new float[] {5, 1}, row, 1e-5f);
    assertArrayEquals(SUMS.toArray(), mse.reconstruct(attributes), 1e-5f);
  }

  @Test
  void meanCodesOfDependentAttributesAreWarnedOf() {
    Run run = Run.local();
    SupervisedDictionary.fit(
        SUMS,
        Attributes.of(THINGS, List.of()).rows(new int[] {0, 3, 0, 3, 1}),
        SupervisedDictionary.Codes.MEAN,
        run);
    assertTrue(
        run.warnings()
            .contains(
                "colour and shape depend on each other (Cramér's V 0.51): mean codes mix them;"
                    + " --codes mse keeps them apart"),
        run.warnings().toString());
  }

  @Test
  void whatWasSavedIsReadBack(@TempDir Path folder) {
    Attributes attributes = Attributes.of(THINGS, List.of());
    SupervisedDictionary fitted =
        SupervisedDictionary.fit(SUMS, attributes, SupervisedDictionary.Codes.MSE);
    fitted.save(RunFolder.at(folder));
    SupervisedDictionary read = SupervisedDictionary.load(folder);
    assertEquals(fitted.names(), read.names());
    assertArrayEquals(fitted.code(1, 1), read.code(1, 1));
    assertArrayEquals(fitted.mean(), read.mean());
  }

  @Test
  void aValueThatWasNotFittedHasNoCode() {
    Attributes fit = Attributes.of(THINGS, List.of());
    SupervisedDictionary fitted =
        SupervisedDictionary.fit(SUMS, fit, SupervisedDictionary.Codes.MSE);
    Table other =
        new Table(
            "others",
            List.of(
                column("colour", List.of("red", "green"), 0, 1),
                column("shape", List.of("cube", "ball"), 0, 1)));
    assertRefusal(
        "colour green has no code; fit on rows that have this value",
        () -> fitted.numbered(Attributes.of(other, List.of())));
  }

  @Test
  void aConstantAttributeIsRefused() {
    Table constant = new Table("things", List.of(column("Pos", List.of("ABB"), 0, 0)));
    assertRefusal(
        "things: Pos is constant; nothing to edit: leave it out of --attrs",
        () -> Attributes.of(constant, List.of()));
  }

  @Test
  void anEmptyCellIsRefused() {
    Column holed = new Column.Categorical("colour", new int[] {0, 1, 2}, List.of("r", "b", ""), 2);
    assertRefusal(
        "things: row 2 has no colour; fill the cell in, or leave the row out",
        () -> Attributes.of(new Table("things", List.of(holed)), List.of()));
  }

  @Test
  void rowsAndAttributesMustBeAsMany() {
    assertRefusal(
        "--attributes: 4 vectors, attributes of 5 rows; give one row of attributes for each vector,"
            + " in the same order",
        () ->
            SupervisedDictionary.fit(
                SUMS.slice(0, 4),
                Attributes.of(THINGS, List.of()),
                SupervisedDictionary.Codes.MSE));
  }

  @Test
  void anEditOfNoChangesIsRefused() {
    assertRefusal(
        "--k: edits of 0 changes; give numbers from 1 on", () -> GreedyEditor.requireChanges(0));
  }

  @Test
  void aWipedSubspaceLeavesTheMeanAndTheNewVector() {
    Attributes attributes = Attributes.of(THINGS, List.of());
    SupervisedDictionary fitted =
        SupervisedDictionary.fit(SUMS, attributes, SupervisedDictionary.Codes.MSE);
    SubspaceEditor editor = new SubspaceEditor(fitted, 0, 1);
    float[] row = {1, 1};
    editor.edit(row, 0, 1, SubspaceEditor.Ablation.MEAN);
    float expected =
        (float) (fitted.mean()[0] + 0.6 * 4); // blue is 4 from red, 2 rows of 5 have it
    assertEquals(1, editor.rank());
    assertEquals(expected, row[0], 1e-5f);
    assertEquals(1, row[1], 1e-5f); // colours differ along the first axis alone
  }

  private static void assertRefusal(String text, Runnable refused) {
    assertEquals(text, assertThrows(InputException.class, refused::run).getMessage());
  }
}
