package dev.grassmann.core.io;

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
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvBlocksTest {
  @TempDir private Path folder;

  private Optional<Table> read(String text, int blockBytes) throws IOException {
    return read(text.getBytes(StandardCharsets.UTF_8), blockBytes, TableRead.ALL);
  }

  private Optional<Table> read(byte[] text, int blockBytes, TableRead read) throws IOException {
    Path file = Files.write(folder.resolve("t.csv"), text);
    return new CsvBlocks(file, CsvFormat.of(file, CsvSample.of(file), read), read, blockBytes)
        .read();
  }

  private static List<String> texts(Table table, String column) {
    Column found = table.column(column);
    return IntStream.range(0, table.rows()).mapToObj(found::text).toList();
  }

  @Test
  void everyRowIsReadOnceWhereverAStretchEnds() throws IOException {
    String rows =
        IntStream.range(0, 50)
            .mapToObj(i -> i + "," + (i % 3 == 0 ? "" : "w" + i % 5) + "," + i * 0.5)
            .collect(Collectors.joining("\n", "a,b,c\n", ""));
    List<String> a = IntStream.range(0, 50).mapToObj(Integer::toString).toList();
    List<String> b =
        a.stream().map(Integer::parseInt).map(i -> i % 3 == 0 ? "" : "w" + i % 5).toList();
    for (int bytes = 1; bytes <= rows.length() + 1; bytes++) {
      Table table = read(rows, bytes).orElseThrow();
      assertEquals(a, texts(table, "a"), bytes + " bytes a stretch");
      assertEquals(b, texts(table, "b"), bytes + " bytes a stretch");
      assertEquals("24.5", table.column("c").text(49));
    }
  }

  @Test
  void aLineFeedInQuotesIsPartOfItsFieldOrTheFileIsLeftToOthers() throws IOException {
    String text = "a,b\n1,\"x\ny\"\n2,\"say \"\"hi\"\"\"\n3,z\n";
    Table whole = read(text, 1 << 20).orElseThrow();
    assertEquals(List.of("x\ny", "say \"hi\"", "z"), texts(whole, "b"));
    for (int bytes = 1; bytes < text.length(); bytes++) {
      read(text, bytes).ifPresent(table -> assertEquals(texts(whole, "b"), texts(table, "b")));
    }
    assertTrue(read(text, 9).isEmpty(), "a stretch that starts within quotes");
  }

  @Test
  void aTextFarDownMakesItsColumnOneOfTexts() throws IOException {
    String rows =
        IntStream.range(0, 5_000)
            .mapToObj(i -> i == 4_321 ? "x,1" : "007,1")
            .collect(Collectors.joining("\n", "a,b\n", "\n"));
    Table table = read(rows, 256).orElseThrow();
    Column.Categorical a = assertInstanceOf(Column.Categorical.class, table.column("a"));
    assertEquals(List.of("007", "x"), a.values());
    assertEquals("x", a.text(4_321));
  }

  @Test
  void idsBeyondTheExactRangeOfDoublesKeepTheirDigits() throws IOException {
    Table table = read("id,n\n9007199254740993,1\n12,-2147483648\n", 8).orElseThrow();
    assertEquals(List.of("9007199254740993", "12"), texts(table, "id"));
    assertEquals(List.of("1", "-2147483648"), texts(table, "n"));
  }

  @Test
  void wholeNumbersWithGapsAreKeptAsInts() throws IOException {
    Table table = read("a,b\n1,NA\n,2147483647\n-3,\n", 5).orElseThrow();
    Column.Numeric a = assertInstanceOf(Column.Numeric.class, table.column("a"));
    assertTrue(a.isWhole());
    assertTrue(a.isMissing(1));
    assertEquals(List.of("1", "", "-3"), texts(table, "a"));
    assertEquals(List.of("", "2147483647", ""), texts(table, "b"));
    assertEquals(-3, a.toArray()[2]);
    assertTrue(Double.isNaN(a.toArray()[1]));
  }

  @Test
  void onlyWantedColumnsAreRead() throws IOException {
    byte[] text = "a,b,c\n1,\"x,\"\"y\",2\n3,z,4\n".getBytes(StandardCharsets.UTF_8);
    Table table = read(text, 4, TableRead.ALL.withColumns(List.of("c", "a"))).orElseThrow();
    assertEquals(List.of("c", "a"), table.columnNames());
    assertEquals(List.of("2", "4"), texts(table, "c"));
  }

  @Test
  void brokenFilesAreLeftToThoseWhoSayWhere() throws IOException {
    assertTrue(read("a,b\n1,2\n3\n4,5\n", 64).isEmpty(), "too few fields");
    assertTrue(read("a,b\n1,2\n3,4,5\n4,5\n", 64).isEmpty(), "too many fields");
    assertTrue(read("a,b\n1,2\r3,4\n", 64).isEmpty(), "a carriage return alone");
    byte[] latin = "a,b\n1,caf\u00e9\n2,x\n".getBytes(StandardCharsets.ISO_8859_1);
    assertTrue(read(latin, 64, TableRead.ALL).isEmpty(), "not UTF-8");
    assertTrue(
        read(latin, 64, TableRead.ALL.withColumns(List.of("a"))).isEmpty(),
        "not UTF-8 in a column that is not wanted");
  }

  @Test
  void theRefusalOfABrokenFileNamesItsLines() throws IOException {
    Path file = Files.writeString(folder.resolve("broken.csv"), "a,b\n1,2\n3\n4,5\n");
    assertEquals(
        file
            + ": 1 row does not have 2 fields: line 3 (3); mend this row, or quote fields that hold"
            + " the delimiter",
        assertThrows(InputException.class, () -> TableFiles.read(file)).getMessage());
  }

  @Test
  void aRowLongerThanAStretchAndItsReserveIsReadWhole() throws IOException {
    String wide = "v".repeat(200_000);
    Table table = read("a,b\n1," + wide + "\n2,w\n", 1 << 10).orElseThrow();
    assertEquals(wide, table.column("b").text(0));
    assertEquals("w", table.column("b").text(1));
  }
}
