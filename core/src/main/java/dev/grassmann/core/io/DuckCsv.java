package dev.grassmann.core.io;

import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A text table through DuckDB, or several of one header. A column is of numbers or of texts. Which,
 * DuckDB finds from the first 20,480 rows, or from all of them where those misled. Its other types
 * are not used: its whole numbers would round 1.5 silently where the first rows hold none, and its
 * truth values and dates would not come out as they are written.
 */
final class DuckCsv {
  private static final int FIRST_ROWS = 20_480;
  private static final String MEND = "mend the file";

  private final DuckDb duck;
  private final Path file;
  private final TableRead read;
  private final CsvScan scan;

  DuckCsv(DuckDb duck, Path file, CsvScan scan, TableRead read) {
    this.duck = duck;
    this.file = file;
    this.read = read;
    this.scan = scan;
  }

  Table read() throws SQLException {
    // refuses wrong names before anything slow
    DuckColumns.choose(sources(scan.allTexts()), read.columns(), file);
    try {
      return read(types(FIRST_ROWS), read);
    } catch (SQLException first) {
      new CsvRejects(duck, file, scan).refuse(first);
      try {
        return read(types(-1), read);
      } catch (SQLException e) {
        throw DuckDb.refusal(file, e, MEND);
      }
    }
  }

  /** The table with every column as texts, as they are written. */
  Table readTexts() throws SQLException {
    try {
      List<DuckColumns.Source> all = sources(scan.allTexts());
      return DuckColumns.read(
          duck,
          file,
          DuckColumns.choose(all, read.columns(), file),
          scan.typed(scan.allTexts()),
          read);
    } catch (SQLException e) {
      new CsvRejects(duck, file, scan).refuse(e);
      throw DuckDb.refusal(file, e, MEND);
    }
  }

  long rows() throws SQLException {
    try {
      return duck.count(scan.typed(scan.allTexts()));
    } catch (SQLException e) {
      new CsvRejects(duck, file, scan).refuse(e);
      throw e;
    }
  }

  private Table read(List<String> types, TableRead wanted) throws SQLException {
    List<DuckColumns.Source> chosen = DuckColumns.choose(sources(types), wanted.columns(), file);
    Table table = DuckColumns.read(duck, file, chosen, scan.typed(types), wanted);
    List<Column> columns = table.columns().stream().map(ColumnTypes::numbersWhereAllAre).toList();
    List<String> inexact =
        columns.stream().filter(ColumnTypes::isInexact).map(Column::name).toList();
    Table typed = new Table(table.name(), columns);
    return inexact.isEmpty() ? typed : withTexts(typed, inexact);
  }

  /** The same with these columns as texts: of the same rows, since the seed is the same. */
  private Table withTexts(Table table, List<String> names) throws SQLException {
    TableRead these = read.withColumns(names);
    List<DuckColumns.Source> sources = DuckColumns.choose(sources(scan.allTexts()), names, file);
    Table texts = DuckColumns.read(duck, file, sources, scan.typed(scan.allTexts()), these);
    List<Column> columns =
        table.columns().stream()
            .map(column -> texts.has(column.name()) ? texts.column(column.name()) : column)
            .toList();
    return new Table(table.name(), columns);
  }

  private List<String> types(int sampleRows) throws SQLException {
    List<String> types =
        duck
            .texts(
                "SELECT column_type FROM (DESCRIBE SELECT * FROM "
                    + scan.detecting(sampleRows)
                    + ")")
            .stream()
            .map(row -> row[0])
            .toList();
    return types.size() == scan.names().size() ? types : scan.allTexts();
  }

  private List<DuckColumns.Source> sources(List<String> types) {
    List<DuckColumns.Source> sources = new ArrayList<>();
    for (int c = 0; c < types.size(); c++) {
      String type = types.get(c).equals("DOUBLE") ? DuckColumns.Source.NUMBER : types.get(c);
      sources.add(new DuckColumns.Source(scan.names().get(c), CsvScan.sqlName(c), type));
    }
    return sources;
  }
}
