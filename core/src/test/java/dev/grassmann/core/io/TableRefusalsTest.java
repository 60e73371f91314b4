package dev.grassmann.core.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableRefusalsTest {
  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static String refusal(Path file) {
    return assertThrows(InputException.class, () -> TableFiles.read(file)).getMessage();
  }

  @Test
  void twoColumnsOfOneName() throws IOException {
    Path file = file("t.csv", "a,b,a\n1,2,3\n");
    assertEquals(file + ": two columns are called 'a'; rename one of them", refusal(file));
  }

  @Test
  void rowsOfUnequalLengthAreCountedAndFiveShown() throws IOException {
    String rows =
        IntStream.range(0, 100)
            .mapToObj(i -> i % 10 == 3 ? i + ",only" : i + ",two,3")
            .collect(Collectors.joining("\n", "a,b,c\n", "\n"));
    Path file = file("t.csv", rows);
    assertEquals(
        file
            + ": 10 rows do not have 3 fields: line 5 (3,only), line 15 (13,only), line 25"
            + " (23,only), line 35 (33,only), line 45 (43,only); mend these rows, or quote fields"
            + " that hold the delimiter",
        refusal(file));
  }

  @Test
  void aRowWithTooManyFields() throws IOException {
    Path file = file("t.csv", "a,b\n1,2\n3,4,5\n6,7\n");
    assertEquals(
        file
            + ": 1 row does not have 2 fields: line 3 (3,4,5); mend this row, or quote fields that"
            + " hold the delimiter",
        refusal(file));
  }

  @Test
  void aFileWithNothingInIt() throws IOException {
    for (String text : List.of("", "\n\n", "  \n")) {
      Path file = file("t.csv", text);
      assertEquals(file + ": is empty; give a table with a header and rows", refusal(file));
    }
  }

  @Test
  void aHeaderWithoutRows() throws IOException {
    Path file = file("t.csv", "a,b\n");
    assertEquals(file + ": has a header but no rows; give at least one row", refusal(file));
  }

  @Test
  void aFileThatDoesNotExist() {
    Path file = folder.resolve("none.csv");
    assertEquals(file + ": there is no such file; check the path", refusal(file));
    Path glob = folder.resolve("none-*.csv");
    assertEquals(glob + ": no file has such a name; check the path", refusal(glob));
  }

  @Test
  void aFolder() {
    assertEquals(
        folder + ": is a folder; name a file, or all of its files with *", refusal(folder));
  }

  @Test
  void aColumnThatDoesNotExist() throws IOException {
    Path file = file("t.csv", "a,b\n1,2\n");
    InputException e =
        assertThrows(
            InputException.class,
            () -> TableFiles.read(file, TableRead.ALL.withColumns(List.of("c"))));
    assertEquals(file + ": there is no column 'c'; columns are a, b", e.getMessage());
  }

  @Test
  void aFileThatIsNotText() throws IOException {
    Path file = file("t.csv", "PK\u0003\u0004\0\0\0\0 and so on\n");
    assertEquals(
        file + ": is not text; tables are read from text, Parquet, JSON and ARFF", refusal(file));
  }

  @Test
  void textThatIsNotUtf8() throws IOException {
    Path file = folder.resolve("t.csv");
    Files.write(file, new byte[] {'a', ',', 'b', '\n', 'M', (byte) 0xfc, ',', '1', '\n'});
    assertEquals(
        file + ": is not UTF-8 text; convert it, e.g. iconv -f latin1 -t utf-8", refusal(file));
  }

  @Test
  void aParquetFileCutShort() throws Exception {
    Path whole = folder.resolve("t.parquet");
    try (DuckDb duck = new DuckDb()) {
      duck.execute(
          "COPY (SELECT range AS x FROM range(1000)) TO "
              + DuckDb.quote(whole.toString())
              + " (FORMAT parquet)");
    }
    byte[] bytes = Files.readAllBytes(whole);
    Path cut = folder.resolve("cut.parquet");
    Files.write(cut, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    String message = refusal(cut);
    assertTrue(message.startsWith(cut + ": cannot be read as a table ("), message);
    assertTrue(message.endsWith("; fetch or write the file again"), message);
  }

  @Test
  void libsvmUnderAnotherName() throws IOException {
    Path file = file("t.txt", "+1 3:0.5 17:2\n-1 2:1\n");
    assertEquals(
        file + ": is in LIBSVM's format; name it .libsvm, or convert it to CSV", refusal(file));
  }

  @Test
  void filesOfOneGlobWithDifferentColumns() throws IOException {
    Path first = file("p1.csv", "a,b\n1,2\n");
    Path second = file("p2.csv", "b,a\n1,2\n");
    assertEquals(
        second + ": has another header than " + first + "; give files of the same columns",
        refusal(folder.resolve("p*.csv")));
  }
}
