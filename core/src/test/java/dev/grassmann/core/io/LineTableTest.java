package dev.grassmann.core.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables that do not go through DuckDB: very wide ones, and those aligned with blanks. */
class LineTableTest {
  private static final int WIDE = 1_500;

  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static double[] numbers(Table table, String column) {
    return ((Column.Numeric) table.column(column)).toArray();
  }

  private static List<String> texts(Table table, String column) {
    Column found = table.column(column);
    return IntStream.range(0, found.rows()).mapToObj(found::text).toList();
  }

  /** Rows of genes behind a few columns of other kinds. */
  private static String wide(String... starts) {
    String names =
        "id,note,"
            + IntStream.range(0, WIDE).mapToObj(g -> "g" + g).collect(Collectors.joining(","));
    String genes =
        IntStream.range(0, WIDE)
            .mapToObj(g -> g % 2 == 0 ? g + ".25" : "-" + g)
            .collect(Collectors.joining(","));
    return Arrays.stream(starts)
        .map(start -> start + "," + genes)
        .collect(Collectors.joining("\n", names + "\n", "\n"));
  }

  @Test
  void aWideTableIsReadAsANarrowOneWouldBe() throws IOException {
    Path file =
        file("w.csv", wide("9007199254740993,\"a, b\"", "NA,7", "5,\"two\nlines, \"\"q\"\"\""));
    Table table = TableFiles.read(file);
    assertEquals(WIDE + 2, table.columns().size());
    assertEquals(List.of("9007199254740993", "", "5"), texts(table, "id"));
    assertEquals(List.of("a, b", "7", "two\nlines, \"q\""), texts(table, "note"));
    assertArrayEquals(new double[] {1000.25, 1000.25, 1000.25}, numbers(table, "g1000"));
    assertTrue(((Column.Numeric) table.column("g1499")).isWhole());
    assertInstanceOf(Column.Categorical.class, table.column("id"));
    assertEquals(3, TableFiles.rows(file));
  }

  @Test
  void columnsAndRowsOfAWideTableAreChosen() throws IOException {
    Path file =
        file(
            "w.csv",
            wide(IntStream.range(0, 50).mapToObj(i -> i + ",n" + i).toArray(String[]::new)));
    Table some =
        TableFiles.read(
            file, TableRead.ALL.withEveryNth(20).withColumns(List.of("note", "g2", "id")));
    assertEquals(List.of("note", "g2", "id"), some.columnNames());
    assertEquals(List.of("n0", "n20", "n40"), texts(some, "note"));
    assertArrayEquals(new double[] {0, 20, 40}, numbers(some, "id"));
    Table sample = TableFiles.read(file, TableRead.sampled(10, 5));
    for (int row = 0; row < 10; row++) {
      assertEquals("n" + (int) numbers(sample, "id")[row], sample.column("note").text(row));
    }
  }

  @Test
  void columnsAlignedWithBlanksAreRead() throws IOException {
    Path file =
        file(
            "auto.data",
            """
             18.0   8   307.0  130.   "chevrolet chevelle malibu"
             9.5    10  ?      1e2\t"buick skylark 320"

             31.25  4   -79    52.    fiat
            """);
    Table table = TableFiles.read(file);
    assertArrayEquals(new double[] {18, 9.5, 31.25}, numbers(table, "column1"));
    assertArrayEquals(new double[] {307, Double.NaN, -79}, numbers(table, "column3"));
    assertArrayEquals(new double[] {130, 100, 52}, numbers(table, "column4"));
    assertEquals(
        List.of("chevrolet chevelle malibu", "buick skylark 320", "fiat"), texts(table, "column5"));
  }

  @Test
  void rowsOfUnequalLengthAreCountedAndShown() throws IOException {
    Path file = file("a.data", "x  y  z\n1  2  3\n4  5\n6  7  8\n9  9  9  9\n");
    assertEquals(
        file
            + ": 2 rows do not have 3 fields: line 3 (4 5), line 5 (9 9 9 9); mend these rows, or"
            + " quote fields that hold the delimiter",
        assertThrows(InputException.class, () -> TableFiles.read(file)).getMessage());
  }

  @Test
  void textThatIsNotUtf8IsRefused() throws IOException {
    Path file = folder.resolve("m.data");
    Files.write(file, "x  y\n1  M\u00fcller\n".getBytes(StandardCharsets.ISO_8859_1));
    assertEquals(
        file + ": is not UTF-8 text; convert it, e.g. iconv -f latin1 -t utf-8",
        assertThrows(InputException.class, () -> TableFiles.read(file)).getMessage());
  }
}
