package dev.grassmann.core.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CopyColumnsTest {
  private static final String CSV =
      "zip,price,note,day,id\n"
          + "00501,1.50,NA,2024-01-02,9007199254740993\n"
          + "10001,,\"a,b\",2024-01-03,1\n"
          + "94105,2,\"say \"\"x\"\"\",2024-01-04,2\n";

  @TempDir private Path folder;

  private Path csv() throws IOException {
    return Files.writeString(folder.resolve("in.csv"), CSV);
  }

  @Test
  void csvSaysAgainWhatItSaidLetterByLetter() throws IOException {
    Path target = folder.resolve("out.csv");
    TableFiles.copyColumns(csv(), List.of("note", "price", "zip"), target);
    assertEquals(
        "note,price,zip\nNA,1.50,00501\n\"a,b\",,10001\n\"say \"\"x\"\"\",2,94105\n",
        Files.readString(target));
  }

  @Test
  void csvBecomesParquetWithoutLosingDigits() throws IOException, SQLException {
    Path target = folder.resolve("out.parquet");
    TableFiles.copyColumns(csv(), List.of("zip", "price", "note", "id"), target);
    Table table = TableFiles.read(target);
    assertEquals("00501", table.column("zip").text(0));
    assertEquals(1.5, assertInstanceOf(Column.Numeric.class, table.column("price")).number(0));
    assertEquals(true, table.column("price").isMissing(1));
    assertEquals(true, table.column("note").isMissing(0));
    assertEquals("9007199254740993", table.column("id").text(0));
    assertEquals(List.of("VARCHAR", "DOUBLE", "VARCHAR", "VARCHAR"), types(target));
  }

  @Test
  void aParquetFileKeepsItsTypes() throws IOException, SQLException {
    Path source = folder.resolve("in.parquet");
    try (DuckDb duck = new DuckDb()) {
      duck.execute(
          "COPY (SELECT DATE '2024-01-02' AS day, 7::SMALLINT AS small, 1.50::DECIMAL(9,2) AS price,"
              + " [1.0::FLOAT] AS v) TO "
              + DuckDb.quote(source.toString())
              + " (FORMAT parquet)");
    }
    Path target = folder.resolve("out.parquet");
    TableFiles.copyColumns(source, List.of("price", "day", "small"), target);
    assertEquals(List.of("DECIMAL(9,2)", "DATE", "SMALLINT"), types(target));
    Path text = folder.resolve("out.csv");
    TableFiles.copyColumns(source, List.of("day", "price"), text);
    assertEquals("day,price\n2024-01-02,1.50\n", Files.readString(text));
  }

  @Test
  void packedCsvIsCopiedAlike() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(CSV.getBytes(StandardCharsets.UTF_8));
    }
    Path source = Files.write(folder.resolve("in.csv.gz"), packed.toByteArray());
    Path target = folder.resolve("out.csv");
    TableFiles.copyColumns(source, List.of("zip", "note"), target);
    assertEquals(
        "zip,note\n00501,NA\n10001,\"a,b\"\n94105,\"say \"\"x\"\"\"\n", Files.readString(target));
  }

  @Test
  void aColumnThatDoesNotExistIsRefusedAndNothingIsWritten() throws IOException {
    Path target = folder.resolve("out.csv");
    Path source = csv();
    assertEquals(
        source + ": there is no column 'x'; columns are zip, price, note, day, id",
        assertThrows(
                InputException.class, () -> TableFiles.copyColumns(source, List.of("x"), target))
            .getMessage());
    assertEquals(false, Files.exists(target));
  }

  private static List<String> types(Path file) throws SQLException {
    try (DuckDb duck = new DuckDb()) {
      return duck
          .texts(
              "SELECT column_type FROM (DESCRIBE SELECT * FROM read_parquet("
                  + DuckDb.quote(file.toString())
                  + "))")
          .stream()
          .map(row -> row[0])
          .toList();
    }
  }
}
