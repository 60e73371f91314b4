package dev.grassmann.core.io;

import static dev.grassmann.core.io.Fixtures.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.grassmann.core.data.Vectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListColumnTest {
  @TempDir Path folder;

  @Test
  void theOnlyColumnOfListsGivesTheVectorsAndTextsBeforeItTheirNames() throws SQLException {
    Path file = parquet("SELECT 'r' || i AS id, [i, i / 2]::DOUBLE[] AS v FROM range(5000) t(i)");
    Vectors vectors = VectorFiles.read(file);
    assertEquals(5000, vectors.n());
    float[] row = new float[2];
    vectors.copyRow(4321, row);
    assertArrayEquals(new float[] {4321, 2160.5f}, row);
    assertEquals("r4321", vectors.ids().orElseThrow().get(4321));
  }

  @Test
  void oneOfSeveralIsNamed() throws SQLException {
    Path file = parquet("SELECT [1, 2] AS a, [3.5, 4.5]::FLOAT[2] AS b, 7 AS c");
    assertArrayEquals(new float[] {3.5f, 4.5f}, VectorFiles.read(Path.of(file + ":b")).toArray());
    assertRefused(
        file + ": has no column 'c' of lists of numbers; there are a, b",
        () -> VectorFiles.read(Path.of(file + ":c")));
  }

  @Test
  void linesOfJsonAreReadTheSame() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("x.jsonl"),
            "{\"id\":\"a\",\"v\":[1,2]}\n{\"id\":\"b\",\"v\":[3,4.5]}\n");
    Vectors vectors = VectorFiles.read(file);
    assertArrayEquals(new float[] {1, 2, 3, 4.5f}, vectors.toArray());
    assertEquals(List.of("a", "b"), vectors.ids().orElseThrow());
  }

  @Test
  void listsOfUnequalLengthAndHolesAreRefused() throws SQLException {
    Path ragged = parquet("SELECT unnest([[1, 2], [3], NULL]) AS v");
    assertRefused(
        ragged
            + " column 'v': 2 of 3 rows have lists, of 1 to 2 numbers; give every row a list of one"
            + " length",
        () -> VectorFiles.read(ragged));
    Path hole = parquet("SELECT unnest([[1, 2], [3, NULL]]) AS v");
    assertRefused(
        hole
            + " column 'v' row 1 place 1: a number is missing; fill it or leave the row out (both"
            + " are counted from 0)",
        () -> VectorFiles.read(hole));
  }

  private Path parquet(String query) throws SQLException {
    Path file = folder.resolve("x.parquet");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("COPY (" + query + ") TO '" + file + "' (FORMAT parquet)");
    }
    return file;
  }
}
