package dev.grassmann.core.io;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;

/** Turns what DuckDB reads into the columns of a {@link Table}. */
final class DuckColumns {
  private DuckColumns() {}

  /**
   * A column as DuckDB knows it.
   *
   * @param name its name in our table
   * @param sql expression that yields it
   * @param type DuckDB's name of its type, or {@link #NUMBER}
   */
  record Source(String name, String sql, String type) {
    /** A DOUBLE that is a whole number where all of its values are. */
    static final String NUMBER = "NUMBER";

    /** How it is fetched: one of four types that have a cheap getter. */
    private Kind kind() {
      String base = type.replaceFirst("\\(.*", "");
      return switch (base) {
        case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER" ->
            Kind.WHOLE;
        case "UBIGINT", "HUGEINT", "UHUGEINT", "BIGNUM" -> Kind.DIGITS;
        case "DECIMAL" -> type.endsWith(",0)") ? Kind.DIGITS : Kind.REAL;
        case "FLOAT", "DOUBLE" -> Kind.REAL;
        case NUMBER -> Kind.NUMBER;
        case "BOOLEAN" -> Kind.TRUTH;
        default -> Kind.TEXT;
      };
    }

    private String select() {
      return switch (kind()) {
        case WHOLE -> type.equals("BIGINT") ? sql : "CAST(" + sql + " AS BIGINT)";
        case REAL -> type.equals("DOUBLE") ? sql : "CAST(" + sql + " AS DOUBLE)";
        case TRUTH, NUMBER -> sql;
        case DIGITS, TEXT -> type.equals("VARCHAR") ? sql : "CAST(" + sql + " AS VARCHAR)";
      };
    }
  }

  private enum Kind {
    WHOLE,
    DIGITS,
    REAL,
    NUMBER,
    TRUTH,
    TEXT
  }

  /** The columns of a scan, as DuckDB finds them. */
  static List<Source> describe(DuckDb duck, String from) throws SQLException {
    return duck
        .texts("SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM " + from + ")")
        .stream()
        .map(row -> new Source(row[0], DuckDb.identifier(row[0]), row[1]))
        .toList();
  }

  /**
   * Columns wanted, in the order wanted.
   *
   * @throws InputException for names that do not exist or occur twice
   */
  static List<Source> choose(List<Source> all, List<String> wanted, Path file) {
    List<String> names = all.stream().map(Source::name).toList();
    return Arrays.stream(ColumnNames.choose(names, wanted, file)).mapToObj(all::get).toList();
  }

  /**
   * Reads a table.
   *
   * @param file what the table is called after, and refusals name
   * @param from what follows FROM
   */
  static Table read(DuckDb duck, Path file, List<Source> sources, String from, TableRead read)
      throws SQLException {
    List<String> expressions = sources.stream().map(Source::select).toList();
    Kind[] kinds = sources.stream().map(Source::kind).toArray(Kind[]::new);
    ColumnBuilder[] builders = new ColumnBuilder[kinds.length];
    for (int c = 0; c < kinds.length; c++) {
      builders[c] = builder(kinds[c], read);
    }
    RowChoice choice = new RowChoice(read);
    duck.query(
        "SELECT " + String.join(", ", expressions) + " FROM " + from,
        (block, rows) -> take(block, choice, choice.pass(rows), kinds, builders));
    if (choice.kept() == 0) {
      throw InputException.file(file, "the table has no rows", "give at least one row");
    }
    int[] order = choice.order();
    List<Column> columns = new ArrayList<>();
    for (int c = 0; c < builders.length; c++) {
      columns.add(builders[c].build(sources.get(c).name(), choice.kept(), order));
      builders[c] = null; // its arrays are the column's now, or garbage
    }
    return new Table(file.getFileName().toString(), columns);
  }

  private static ColumnBuilder builder(Kind kind, TableRead read) {
    return switch (kind) {
      case WHOLE, DIGITS -> new WholeBuilder(read.maxCategories());
      case REAL -> new NumberBuilder(false);
      case NUMBER -> NumberBuilder.ofDoubles();
      case TRUTH, TEXT -> new TextBuilder(read.maxCategories());
    };
  }

  private static void take(
      DuckDBDataChunkReader block,
      RowChoice choice,
      int count,
      Kind[] kinds,
      ColumnBuilder[] builders) {
    if (count == 0) {
      return;
    }
    for (int c = 0; c < builders.length; c++) {
      DuckDBReadableVector vector = block.vector(c);
      builders[c].reserve(choice.kept());
      switch (kinds[c]) {
        case WHOLE -> takeWhole(vector, choice, count, (WholeBuilder) builders[c]);
        case DIGITS -> takeDigits(vector, choice, count, (WholeBuilder) builders[c]);
        case REAL, NUMBER -> takeReal(vector, choice, count, (NumberBuilder) builders[c]);
        case TRUTH -> takeTruth(vector, choice, count, (TextBuilder) builders[c]);
        case TEXT -> takeText(vector, choice, count, (TextBuilder) builders[c]);
      }
    }
  }

  private static void takeWhole(
      DuckDBReadableVector vector, RowChoice choice, int count, WholeBuilder builder) {
    for (int i = 0; i < count; i++) {
      int row = choice.pick(i);
      if (vector.isNull(row)) {
        builder.putMissing(choice.slot(i));
      } else {
        builder.put(choice.slot(i), vector.getLong(row));
      }
    }
  }

  private static void takeDigits(
      DuckDBReadableVector vector, RowChoice choice, int count, WholeBuilder builder) {
    for (int i = 0; i < count; i++) {
      int row = choice.pick(i);
      if (vector.isNull(row)) {
        builder.putMissing(choice.slot(i));
      } else {
        builder.put(choice.slot(i), vector.getString(row));
      }
    }
  }

  private static void takeReal(
      DuckDBReadableVector vector, RowChoice choice, int count, NumberBuilder builder) {
    for (int i = 0; i < count; i++) {
      builder.put(choice.slot(i), vector.getDouble(choice.pick(i), Double.NaN));
    }
  }

  private static void takeTruth(
      DuckDBReadableVector vector, RowChoice choice, int count, TextBuilder builder) {
    for (int i = 0; i < count; i++) {
      int row = choice.pick(i);
      String truth = vector.isNull(row) ? null : Boolean.toString(vector.getBoolean(row));
      builder.put(choice.slot(i), truth);
    }
  }

  private static void takeText(
      DuckDBReadableVector vector, RowChoice choice, int count, TextBuilder builder) {
    for (int i = 0; i < count; i++) {
      int row = choice.pick(i);
      builder.put(choice.slot(i), vector.isNull(row) ? null : vector.getString(row));
    }
  }
}
