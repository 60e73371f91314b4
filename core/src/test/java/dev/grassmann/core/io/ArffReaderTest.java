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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArffReaderTest {
  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("t.arff"), text);
  }

  private static String row(Table table, int row) {
    return table.columns().stream().map(c -> c.text(row)).collect(Collectors.joining("|"));
  }

  @Test
  void everyKindOfAttributeIsRead() throws IOException {
    Table table =
        TableFiles.read(
            file(
                """
                % a comment
                @RELATION 'a name'
                @ATTRIBUTE 'cap colour' {red, 'light blue', 'it\\'s'}
                @attribute\tsize REAL
                @attribute n integer
                @attribute note string
                @attribute day date "yyyy-MM-dd"

                @DATA
                red, 1.5, 3, 'a, b', 2024-01-31
                'light blue',?,4,"?",?
                % another comment
                'it\\'s', -2e1, ?, plain words , 2024-02-29
                """));
    assertEquals(List.of("cap colour", "size", "n", "note", "day"), table.columnNames());
    assertEquals("red|1.5|3|a, b|2024-01-31", row(table, 0));
    assertEquals("light blue||4|?|", row(table, 1));
    assertEquals("it's|-20.0||plain words|2024-02-29", row(table, 2));
    assertTrue(table.column("size").isMissing(1));
    assertTrue(((Column.Numeric) table.column("n")).isWhole());
    assertInstanceOf(Column.Categorical.class, table.column("cap colour"));
  }

  @Test
  void whatASparseRowLeavesOutIsZeroOrTheFirstValueDeclared() throws IOException {
    Table table =
        TableFiles.read(
            file(
                """
                @relation s
                @attribute a numeric
                @attribute b {no, yes}
                @attribute c numeric
                @data
                {0 2.5, 1 'yes'}
                {}
                {2 ?}
                """));
    assertEquals("2.5|yes|0", row(table, 0));
    assertEquals("0.0|no|0", row(table, 1));
    assertTrue(table.column("c").isMissing(2));
  }

  @Test
  void rowsAreChosenAsInAnyTable() throws IOException {
    Path file = file("@relation r\n@attribute x numeric\n@data\n0\n1\n2\n3\n4\n");
    Table table = TableFiles.read(file, TableRead.ALL.withEveryNth(2));
    assertArrayEquals(new double[] {0, 2, 4}, ((Column.Numeric) table.column("x")).toArray());
    assertEquals(3, TableFiles.read(file, TableRead.sampled(3, 1)).rows());
    assertEquals(5, TableFiles.rows(file));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "@attribute a numeric;@data;1,2 ! line 4: 2 values for 1 attributes",
        "@attribute a numeric;@data;x ! line 4: 'x' is not a number",
        "@attribute a {p, q};@data;r ! line 4: 'r' is not among the values declared for a",
        "@attribute a string;@data;'x ! line 4: a quote is never closed",
        "@attribute a numeric;@data;{1 2} ! line 4: '1 2' is no index (below 1) and value",
        "@attribute a numeric;@data;{0 2 ! line 4: a sparse row does not end with }",
        "@attribute a;@data ! line 2: an attribute needs a name and a type: 'a'",
        "@attribute a numeric;1 ! line 3: expected @attribute or @data, found '1'",
        "@attribute a numeric ! line 2: there is no @data section",
        "@data ! line 2: there is no @attribute before @data",
        "@attribute a relational ! line 2: attributes of type 'relational' are not read,"
            + " only numeric, nominal, string and date",
      })
  void refusalsNameTheLine(String text, String message) throws IOException {
    Path file = file("@relation r\n" + text.replace(";", "\n"));
    String refusal = assertThrows(InputException.class, () -> TableFiles.read(file)).getMessage();
    assertEquals(file + " " + message + "; mend the line or fetch the file again", refusal);
  }

  @Test
  void aTableWithoutRows() throws IOException {
    Path file = file("@relation r\n@attribute a numeric\n@data\n");
    String refusal = assertThrows(InputException.class, () -> TableFiles.read(file)).getMessage();
    assertEquals(file + ": the table has no rows; give at least one row", refusal);
  }
}
