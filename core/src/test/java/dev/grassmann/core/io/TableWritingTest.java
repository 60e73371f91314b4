package dev.grassmann.core.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableWritingTest {
  private static final Table TABLE =
      new Table(
          "t",
          List.of(
              new Column.Categorical(
                  "a, \"b\"", new int[] {0, 1, 2}, List.of("x,y", "", "\"q\"\nz"), 1),
              new Column.Numeric("whole", new double[] {1, Double.NaN, -0x1p53 + 1}, true),
              new Column.Numeric("real", new double[] {0.1, 1e300, Double.NaN}, false),
              new Column.Text("text", new String[] {"日本", null, "plain"})));

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"x.csv", "x.parquet"})
  void whatIsWrittenIsReadBackWithItsNamesNumbersAndHoles(String name) throws IOException {
    Path file = folder.resolve(name);
    TableFiles.write(file, TABLE);
    Table read = TableFiles.read(file);
    assertEquals(TABLE.columnNames(), read.columnNames());
    for (Column column : TABLE.columns()) {
      for (int row = 0; row < TABLE.rows(); row++) {
        Column other = read.column(column.name());
        assertEquals(column.text(row), other.text(row), column.name());
        assertEquals(column.isMissing(row), other.isMissing(row), column.name());
      }
    }
    assertEquals(true, assertInstanceOf(Column.Numeric.class, read.column("whole")).isWhole());
  }

  @Test
  void csvIsPlainTextWithQuotesWhereTheyAreNeeded() throws IOException {
    Path file = folder.resolve("x.csv");
    TableFiles.write(file, TABLE.select(List.of("whole", "a, \"b\"")));
    assertEquals(
        "whole,\"a, \"\"b\"\"\"\n1,\"x,y\"\n,\n-9007199254740991,\"\"\"q\"\"\nz\"\n",
        Files.readString(file));
    TableFiles.write(file, TABLE.select(List.of("text")));
    assertEquals("text\n日本\n\"\"\nplain\n", Files.readString(file));
  }
}
