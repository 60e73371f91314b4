package dev.grassmann.core.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.junit.jupiter.api.function.Executable;

/** Text tables are read in stretches, line by line or by DuckDB: nobody may see a difference. */
class CsvTwinsTest {
  private static DuckDb duck;
  private static Path folder;

  @BeforeContainer
  static void start() throws IOException {
    duck = new DuckDb();
    folder = Files.createTempDirectory("twins");
  }

  @AfterContainer
  static void stop() throws IOException {
    duck.close();
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  /** A table as it is written, and what its cells mean. */
  record Written(char delimiter, boolean quoteAll, String lineEnd, List<List<String>> columns) {
    String text() {
      int rows = columns.get(0).size();
      return IntStream.range(0, rows)
          .mapToObj(
              row ->
                  columns.stream()
                      .map(column -> cell(column.get(row)))
                      .collect(Collectors.joining(String.valueOf(delimiter))))
          .collect(Collectors.joining(lineEnd, "", lineEnd));
    }

    private String cell(String value) {
      boolean needed = value.matches("(?s).*[,;\\t|\"\\n\\r].*");
      return needed || quoteAll ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }
  }

  @Provide
  Arbitrary<Written> tables() {
    Arbitrary<List<List<String>>> columns =
        Arbitraries.integers()
            .between(1, 40)
            .flatMap(rows -> column(rows).list().ofMinSize(2).ofMaxSize(5));
    return Combinators.combine(
            Arbitraries.of(',', ';', '\t', '|'),
            Arbitraries.of(true, false),
            Arbitraries.of("\n", "\r\n"),
            columns)
        .as(Written::new);
  }

  private static Arbitrary<List<String>> column(int rows) {
    Arbitrary<String> whole = Arbitraries.longs().map(l -> Long.toString(l / 1_000_000_000L));
    Arbitrary<String> large = Arbitraries.longs().map(l -> Long.toString(l));
    Arbitrary<String> real = Arbitraries.doubles().map(d -> Double.toString(d));
    Arbitrary<String> small = Arbitraries.doubles().between(-99, 99).ofScale(4).map(d -> d + "");
    Arbitrary<String> word = Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(3);
    Arbitrary<String> odd =
        Arbitraries.strings().withChars("ab ,;|\"\n\t'\u00e9").ofMinLength(1).ofMaxLength(6);
    Arbitrary<String> missing = Arbitraries.of("", "NA", "NaN", "?");
    return Arbitraries.of(whole, large, real, small, word, odd)
        .flatMap(
            kind ->
                Arbitraries.frequencyOf(Tuple.of(9, kind), Tuple.of(1, missing))
                    .list()
                    .ofSize(rows))
        .map(values -> withName(values));
  }

  private static List<String> withName(List<String> values) {
    return Stream.concat(Stream.of("name"), values.stream()).toList();
  }

  @Property(tries = 300)
  void bothReadTheSameTable(@ForAll("tables") Written written) throws Exception {
    String text = written.text();
    String head =
        IntStream.range(0, written.columns().size())
            .mapToObj(c -> "n" + c)
            .collect(Collectors.joining(String.valueOf(written.delimiter())));
    int firstLine = text.indexOf(written.lineEnd()) + written.lineEnd().length();
    same(
        head + written.lineEnd() + text.substring(firstLine),
        new CsvDialect(written.delimiter(), false, true, '"'));
  }

  @Example
  void blankLinesAreNoRows() throws Exception {
    assertEquals(2, same("a,b\n\n1,2\n\n3,4\n\n", new CsvDialect(',', false, true, '"')).rows());
  }

  @Example
  void aMarkOfByteOrderIsNoPartOfTheFirstName() throws Exception {
    Table table = same("\ufeffa,b\n1,2\n", new CsvDialect(',', false, true, '"'));
    assertEquals(List.of("a", "b"), table.columnNames());
  }

  @Example
  void aLastRowNeedsNoLineEnd() throws Exception {
    assertEquals(1, same("a,b\n1,2", new CsvDialect(',', false, true, '"')).rows());
  }

  @Example
  void carriageReturnsAloneEndLines() throws Exception {
    assertEquals(2, same("a,b\r1,2\r3,4\r", new CsvDialect(',', false, true, '"')).rows());
  }

  @Example
  void blanksAroundNumbersDoNotMakeThemTexts() throws Exception {
    Table table = same("a,b\n 1,2 \n3 , 4\n", new CsvDialect(',', false, true, '"'));
    assertTrue(table.column("a") instanceof Column.Numeric);
  }

  @Example
  void rowsOfUnequalLengthAreRefusedInTheSameWords() throws Exception {
    String rows =
        IntStream.range(0, 40)
            .mapToObj(i -> i % 7 == 3 ? i + ",only" : i % 11 == 5 ? i + ",1,2,3" : i + ",two,3")
            .collect(Collectors.joining("\n", "a,b,c\n", "\n"));
    Path file = Files.writeString(folder.resolve("ragged.csv"), rows);
    CsvFormat format = CsvFormat.of(file, CsvSample.of(file), TableRead.ALL);
    String lines = refusal(() -> new LineTable(file, format, TableRead.ALL).read());
    CsvScan scan = CsvScan.of(file, format, TableRead.ALL);
    assertEquals(lines, refusal(() -> new DuckCsv(duck, file, scan, TableRead.ALL).read()));
    assertTrue(lines.startsWith(file + ": 9 rows do not have 3 fields: line 5 (3,only), "), lines);
  }

  private static String refusal(Executable reading) {
    return assertThrows(InputException.class, reading).getMessage();
  }

  private static Table same(String text, CsvDialect dialect) throws IOException, SQLException {
    Path file = Files.writeString(folder.resolve("t.csv"), text);
    TableRead read = TableRead.ALL.withHeader(TableRead.Header.YES);
    CsvHeader header = CsvHeader.of(dialect.rows(CsvSample.of(file).text()), read);
    CsvFormat format = new CsvFormat(dialect, header);
    Table lines = new LineTable(file, format, read).read();
    for (int bytes : new int[] {1 << 20, 64, 7}) {
      Optional<Table> blocks = new CsvBlocks(file, format, read, bytes).read();
      if (blocks.isPresent()) { // not so where a line feed stands in quotes at the wrong place
        same(lines, blocks.get(), text);
      }
    }
    same(lines, new DuckCsv(duck, file, CsvScan.of(file, format, read), read).read(), text);
    return lines;
  }

  private static void same(Table lines, Table blocks, String text) {
    assertEquals(lines.columnNames(), blocks.columnNames());
    assertEquals(lines.rows(), blocks.rows(), text);
    for (Column column : lines.columns()) {
      Column twin = blocks.column(column.name());
      assertEquals(column.getClass(), twin.getClass(), column.name() + " of\n" + text);
      for (int row = 0; row < column.rows(); row++) {
        assertEquals(column.text(row), twin.text(row), column.name() + " of\n" + text);
        assertEquals(column.isMissing(row), twin.isMissing(row));
      }
      if (column instanceof Column.Categorical categories) {
        assertEquals(categories.values(), ((Column.Categorical) twin).values(), text);
      }
    }
  }
}
