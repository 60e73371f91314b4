package dev.grassmann.core.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableFilesTest {
  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static List<String> texts(Table table, String column) {
    Column found = table.column(column);
    return IntStream.range(0, found.rows()).mapToObj(found::text).toList();
  }

  private static double[] numbers(Table table, String column) {
    return ((Column.Numeric) table.column(column)).toArray();
  }

  @Test
  void typesAreFoundColumnByColumn() throws IOException {
    Table table =
        TableFiles.read(
            file(
                "t.csv",
                """
                id,price,colour,sold,day
                1,2.5,red,true,2024-01-31
                2,,blue,false,2024-02-01
                3,-1e3,red,true,
                """));
    assertEquals("t.csv", table.name());
    assertEquals(List.of("id", "price", "colour", "sold", "day"), table.columnNames());
    assertArrayEquals(new double[] {1, 2, 3}, numbers(table, "id"));
    assertTrue(((Column.Numeric) table.column("id")).isWhole());
    assertArrayEquals(new double[] {2.5, Double.NaN, -1000}, numbers(table, "price"));
    Column.Categorical colour = assertInstanceOf(Column.Categorical.class, table.column("colour"));
    assertEquals(List.of("red", "blue"), colour.values());
    assertEquals(0, colour.code(2));
    assertEquals(List.of("true", "false", "true"), texts(table, "sold"));
    assertEquals(List.of("2024-01-31", "2024-02-01", ""), texts(table, "day"));
    assertTrue(table.column("day").isMissing(2));
  }

  @ParameterizedTest
  @CsvSource({"'\t',a.tsv", "';',b.csv", "'|',c.txt", "' ',d.data", "',',e.csv"})
  void everyDelimiterIsFound(String delimiter, String name) throws IOException {
    String text =
        List.of("x,y,z", "1,2,3", "4,5,6").stream()
            .map(line -> line.replace(",", delimiter))
            .collect(Collectors.joining("\n"));
    Table table = TableFiles.read(file(name, text));
    assertEquals(List.of("x", "y", "z"), table.columnNames());
    assertArrayEquals(new double[] {3, 6}, numbers(table, "z"));
  }

  @Test
  void quotesHoldDelimitersQuotesAndLineBreaks() throws IOException {
    Table table =
        TableFiles.read(
            file("q.csv", "name,n\n\"a, b\",1\n\"say \"\"x\"\"\",2\n\"two\nlines\",3\n"));
    assertEquals(List.of("a, b", "say \"x\"", "two\nlines"), texts(table, "name"));
    assertArrayEquals(new double[] {1, 2, 3}, numbers(table, "n"));
  }

  @Test
  void loneQuotesInTabSeparatedTextsAreText() throws IOException {
    String rows =
        IntStream.range(0, 20)
            .mapToObj(i -> i + "\t\"film " + i)
            .collect(Collectors.joining("\n", "id:token\ttitle:token_seq\n", "\n"));
    Table table = TableFiles.read(file("films.item", rows));
    assertEquals(List.of("id:token", "title:token_seq"), table.columnNames());
    assertEquals(20, table.rows());
    assertEquals("\"film 7", table.column("title:token_seq").text(7));
  }

  @Test
  void aFileWithoutHeaderGetsNumberedNames() throws IOException {
    Table table = TableFiles.read(file("h.data", "M,0.455,15\nF,0.35,7\nM,0.53,9\n"));
    assertEquals(List.of("column1", "column2", "column3"), table.columnNames());
    assertEquals(List.of("M", "F", "M"), texts(table, "column1"));
    assertArrayEquals(new double[] {15, 7, 9}, numbers(table, "column3"));
  }

  @Test
  void aFirstLineThatCountsTheColumnsIsNoRow() throws IOException {
    Table table = TableFiles.read(file("c.txt", "1\t2\t3\t4\t5\n92\t115\t120\t94\t84\n"));
    assertEquals(1, table.rows());
    assertEquals(List.of("column1", "column2"), table.columnNames().subList(0, 2));
  }

  @Test
  void textsAboveTextsAreAHeaderUnlessTheyOccurBelow() throws IOException {
    Path headed = file("m.csv", "class,cap\np,x\ne,b\np,x\n");
    assertEquals(List.of("class", "cap"), TableFiles.read(headed).columnNames());
    Path plain = file("n.csv", "p,x\ne,b\np,x\n");
    assertEquals(3, TableFiles.read(plain).rows());
  }

  @Test
  void theHeaderCanBeDecided() throws IOException {
    Path years = file("y.csv", "2019,2020\n1,2\n3,4\n");
    TableRead headed = TableRead.ALL.withHeader(TableRead.Header.YES);
    assertEquals(List.of("2019", "2020"), TableFiles.read(years, headed).columnNames());
    assertEquals(3, TableFiles.read(years).rows());
    TableRead plain = TableRead.ALL.withHeader(TableRead.Header.NO);
    assertEquals(2, TableFiles.read(file("z.csv", "a,b\n1,2\n"), plain).rows());
  }

  @Test
  void namesKeepTheirCaseAndTheirBlanks() throws IOException {
    Table table = TableFiles.read(file("n.csv", "a,A,a b,\n1,2,3,4\n"));
    assertEquals(List.of("a", "A", "a b", "column4"), table.columnNames());
  }

  @Test
  void whatMeansMissingIsMissing() throws IOException {
    Table table = TableFiles.read(file("m.csv", "x,c\n1,a\nNA,?\nNaN,\"\"\n\\N,b\n"));
    assertArrayEquals(new double[] {1, Double.NaN, Double.NaN, Double.NaN}, numbers(table, "x"));
    assertEquals(List.of("a", "", "", "b"), texts(table, "c"));
    assertEquals(1, ((Column.Categorical) table.column("c")).missingCode());
  }

  @Test
  void aNumberOfMoreDigitsThanADoubleHoldsStaysExact() throws IOException {
    Table table =
        TableFiles.read(
            file("i.csv", "id,n\n7,1\n1000009418151094273,2\n,3\n9007199254740992,4\n"));
    assertEquals(List.of("7", "1000009418151094273", "", "9007199254740992"), texts(table, "id"));
    Path huge = file("j.csv", "id,n\n7,1\n123456789012345678901234567890,2\n");
    assertEquals(
        List.of("7", "123456789012345678901234567890"), texts(TableFiles.read(huge), "id"));
  }

  @Test
  void textsOfMostlyDistinctValuesAreFreeText() throws IOException {
    String rows =
        IntStream.range(0, 200)
            .mapToObj(i -> "name" + i + ",g" + i % 100 + ",k" + i % 3)
            .collect(Collectors.joining("\n", "name,half,few\n", "\n"));
    Table table = TableFiles.read(file("t.csv", rows));
    assertInstanceOf(Column.Text.class, table.column("name"));
    assertInstanceOf(Column.Categorical.class, table.column("half"));
    assertInstanceOf(Column.Categorical.class, table.column("few"));
    assertEquals("name199", table.column("name").text(199));
  }

  @Test
  void aTypeThatTheFirstRowsHideIsFound() throws IOException {
    String rows =
        IntStream.range(0, 30_000)
            .mapToObj(i -> i < 29_990 ? "" + i : i < 29_995 ? i + ".5" : "x" + i)
            .collect(Collectors.joining("\n", "v\n", "\n"));
    Table text = TableFiles.read(file("v.csv", rows));
    assertEquals("0", text.column("v").text(0));
    assertEquals("29990.5", text.column("v").text(29_990));
    assertEquals("x29999", text.column("v").text(29_999));
    Table real = TableFiles.read(file("w.csv", rows.substring(0, rows.indexOf("x"))));
    assertEquals(29_994.5, numbers(real, "v")[29_994]);
  }

  @Test
  void columnsComeInTheOrderAskedFor() throws IOException {
    Table table =
        TableFiles.read(
            file("t.csv", "a,b,c\n1,2,3\n"), TableRead.ALL.withColumns(List.of("c", "a")));
    assertEquals(List.of("c", "a"), table.columnNames());
    assertEquals(3, numbers(table, "c")[0]);
  }

  @Test
  void everyNthRowStartsWithTheFirst() throws IOException {
    String rows =
        IntStream.range(0, 10_000)
            .mapToObj(Integer::toString)
            .collect(Collectors.joining("\n", "x\n", "\n"));
    Path file = file("t.csv", rows);
    Table table = TableFiles.read(file, TableRead.ALL.withEveryNth(7));
    assertArrayEquals(
        IntStream.range(0, 10_000).filter(i -> i % 7 == 0).asDoubleStream().toArray(),
        numbers(table, "x"));
    assertEquals(10_000, TableFiles.rows(file));
  }

  @Test
  void aSampleRepeatsItselfAndKeepsTheOrderOfItsRows() throws IOException {
    String rows =
        IntStream.range(0, 10_000)
            .mapToObj(i -> i + ",k" + i % 10 + ",t" + i)
            .collect(Collectors.joining("\n", "x,c,t\n", "\n"));
    Path file = file("t.csv", rows);
    Table sample = TableFiles.read(file, TableRead.sampled(500, 3));
    double[] x = numbers(sample, "x");
    assertEquals(500, x.length);
    for (int i = 0; i < x.length; i++) {
      assertTrue(i == 0 || x[i] > x[i - 1]);
      assertEquals("k" + (long) x[i] % 10, sample.column("c").text(i));
      assertEquals("t" + (long) x[i], sample.column("t").text(i));
    }
    assertArrayEquals(x, numbers(TableFiles.read(file, TableRead.sampled(500, 3)), "x"));
    assertTrue(x[0] != numbers(TableFiles.read(file, TableRead.sampled(500, 4)), "x")[0]);
    assertEquals(10_000, TableFiles.read(file, TableRead.sampled(20_000, 3)).rows());
  }

  @Test
  void compressedFilesAndGlobsAreRead() throws IOException {
    Path zipped = folder.resolve("a.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
      out.write("x,y\n1,a\n2,b\n".getBytes(StandardCharsets.UTF_8));
    }
    assertEquals(List.of("a", "b"), texts(TableFiles.read(zipped), "y"));
    file("part-1.csv", "x,y\n1,a\n");
    file("part-2.csv", "x,y\n2,b\n");
    Table both = TableFiles.read(folder.resolve("part-*.csv"));
    assertArrayEquals(new double[] {1, 2}, numbers(both, "x"));
  }

  @Test
  void aNameThatLooksLikeAGlobIsTakenLiterally() throws IOException {
    file("a1.csv", "x\n9\n");
    assertArrayEquals(new double[] {7}, numbers(TableFiles.read(file("a[1].csv", "x\n7\n")), "x"));
    assertArrayEquals(new double[] {8}, numbers(TableFiles.read(file("it's.csv", "x\n8\n")), "x"));
  }

  @Test
  void jsonIsReadAsArrayAndLineByLine() throws IOException {
    Path array = file("a.json", "[{\"x\": 1, \"y\": \"p\"}, {\"x\": 2.5, \"y\": null}]");
    assertArrayEquals(new double[] {1, 2.5}, numbers(TableFiles.read(array), "x"));
    assertTrue(TableFiles.read(array).column("y").isMissing(1));
    Path lines = file("a.jsonl", "{\"x\": 1, \"deep\": {\"k\": [1, 2]}}\n{\"x\": 2}\n");
    Table table = TableFiles.read(lines);
    assertArrayEquals(new double[] {1, 2}, numbers(table, "x"));
    assertEquals("{'k': [1, 2]}", table.column("deep").text(0));
  }

  @Test
  void everyTypeOfParquetHasAPlace() throws Exception {
    Path file = folder.resolve("t.parquet");
    try (DuckDb duck = new DuckDb()) {
      duck.execute(
          "COPY (SELECT 5::TINYINT AS i8, 200::UTINYINT AS u8, 70000::INTEGER AS i32,"
              + " 18446744073709551615::UBIGINT AS u64, 12::UBIGINT AS small, 1.5::FLOAT AS f32,"
              + " 12.25::DECIMAL(9, 2) AS money, 12::DECIMAL(9, 0) AS count, true AS yes,"
              + " DATE '2024-02-29' AS day, TIMESTAMP '2024-02-29 12:30:00' AS moment,"
              + " '' AS nothing, [1, 2] AS list, NULL::BIGINT AS gone) TO "
              + DuckDb.quote(file.toString())
              + " (FORMAT parquet)");
    }
    Table table = TableFiles.read(file);
    assertEquals(
        "5 200 70000 18446744073709551615 12 1.5 12.25 12 true 2024-02-29 2024-02-29 12:30:00 "
            + " [1, 2] ",
        table.columns().stream().map(c -> c.text(0)).collect(Collectors.joining(" ")));
    assertTrue(((Column.Numeric) table.column("small")).isWhole());
    assertTrue(((Column.Numeric) table.column("count")).isWhole());
    assertEquals(12.25, numbers(table, "money")[0]);
    assertTrue(table.column("nothing").isMissing(0));
    assertTrue(table.column("gone").isMissing(0));
  }

  @Test
  void libsvmIsATableWithItsZeros() throws IOException {
    Path file = file("s.libsvm", "+1 1:0.5 3:2\n-1 2:7\n+1 # nothing\n");
    Table table = TableFiles.read(file);
    assertEquals(List.of("target", "f1", "f2", "f3"), table.columnNames());
    assertArrayEquals(new double[] {1, -1, 1}, numbers(table, "target"));
    assertArrayEquals(new double[] {0.5, 0, 0}, numbers(table, "f1"));
    assertArrayEquals(new double[] {2, 0, 0}, numbers(table, "f3"));
    Table some = TableFiles.read(file, TableRead.ALL.withEveryNth(2).withColumns(List.of("f3")));
    assertArrayEquals(new double[] {2, 0}, numbers(some, "f3"));
    assertEquals(3, TableFiles.rows(file));
  }

  @Test
  void aLargeFileGoesThroughDuckDb() throws IOException {
    String line = "0.25,word,9007199254740993,".repeat(20) + "1\n";
    String names =
        IntStream.range(0, 61).mapToObj(c -> "c" + c).collect(Collectors.joining(",", "", "\n"));
    Path file = folder.resolve("large.csv");
    int rows = (17 << 20) / line.length();
    try (java.io.Writer writer = Files.newBufferedWriter(file)) {
      writer.write(names);
      for (int row = 0; row < rows; row++) {
        writer.write(line);
      }
    }
    Table table = TableFiles.read(file);
    assertEquals(rows, table.rows());
    assertEquals("0.25", table.column("c0").text(rows - 1));
    assertEquals("9007199254740993", table.column("c2").text(rows - 1));
    assertEquals(rows, TableFiles.rows(file));
  }
}
