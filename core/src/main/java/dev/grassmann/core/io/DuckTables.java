package dev.grassmann.core.io;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.data.Vectors;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tables that DuckDB reads: tells the kinds apart and asks. */
final class DuckTables {
  private DuckTables() {}

  private enum Kind {
    PARQUET("fetch or write the file again"),
    JSON("mend the file: an array of objects, or one object a line, is read"),
    CSV("mend the file; tables are read as UTF-8");

    private final String mend;

    Kind(String mend) {
      this.mend = mend;
    }
  }

  static Table read(Path file, TableRead read) {
    requireReadable(file);
    Kind kind = kind(file);
    if (kind == Kind.CSV) {
      return CsvTable.read(file, read);
    }
    try (DuckDb duck = new DuckDb()) {
      if (kind == Kind.PARQUET) {
        ParquetSchema.refuseDuplicates(duck, file);
      }
      String from = scan(file, kind);
      List<DuckColumns.Source> columns = DuckColumns.describe(duck, from);
      List<DuckColumns.Source> chosen = DuckColumns.choose(columns, read.columns(), file);
      return DuckColumns.read(duck, file, chosen, from, read);
    } catch (SQLException e) {
      throw DuckDb.refusal(file, e, kind.mend);
    }
  }

  /**
   * Vectors in a column of lists of a Parquet or JSON file.
   *
   * @param column its name, or empty for the only one
   * @return empty where no name is given and there is no such column
   */
  static Optional<Vectors> lists(Path file, String column) {
    requireReadable(file);
    Kind kind = kind(file);
    if (kind == Kind.CSV) {
      return Optional.empty();
    }
    try (DuckDb duck = new DuckDb()) {
      return ListColumn.read(duck, file, scan(file, kind), column);
    } catch (SQLException e) {
      throw DuckDb.refusal(file, e, kind.mend);
    }
  }

  static long rows(Path file) {
    requireReadable(file);
    Kind kind = kind(file);
    if (kind == Kind.CSV) {
      return CsvTable.rows(file);
    }
    try (DuckDb duck = new DuckDb()) {
      return duck.count(scan(file, kind));
    } catch (SQLException e) {
      throw DuckDb.refusal(file, e, kind.mend);
    }
  }

  /** Whether the file is text, not Parquet or JSON. */
  static boolean isText(Path file) {
    requireReadable(file);
    return kind(file) == Kind.CSV;
  }

  /**
   * Copies columns of a Parquet or JSON file into a Parquet or CSV file, types as they are.
   *
   * @param format DuckDB's options of the copy, e.g. {@code FORMAT parquet}
   */
  static void copy(Path file, List<String> columns, Path target, String format) {
    Kind kind = kind(file);
    try (DuckDb duck = new DuckDb()) {
      String from = scan(file, kind);
      List<String> names =
          DuckColumns.choose(DuckColumns.describe(duck, from), columns, file).stream()
              .map(source -> DuckDb.identifier(source.name()))
              .toList();
      String rows = "SELECT " + String.join(", ", names) + " FROM " + from;
      duck.execute(
          "COPY (" + rows + ") TO " + DuckDb.quote(target.toString()) + " (" + format + ")");
    } catch (SQLException e) {
      throw DuckDb.refusal(file, e, kind.mend);
    }
  }

  /** The path as DuckDB takes it: a literal, in which only a path that does not exist globs. */
  static String pattern(Path file) {
    String path = file.toString();
    return DuckDb.quote(Files.exists(file) ? path.replaceAll("([*?\\[])", "[$1]") : path);
  }

  static void requireReadable(Path file) {
    if (Files.isDirectory(file)) {
      throw InputException.file(file, "is a folder", "name a file, or all of its files with *");
    }
    if (!Files.exists(file)) {
      if (isGlob(file)) {
        return; // DuckDB tells where nothing matches
      }
      throw InputException.file(file, "there is no such file", "check the path");
    }
    try {
      if (Files.isRegularFile(file) && Files.size(file) == 0) {
        throw InputException.file(file, "is empty", "give a table with a header and rows");
      }
    } catch (IOException e) {
      throw new InputException("cannot be read", file.toString(), "check path and rights", e);
    }
  }

  /** Whether a path names no file, but several Parquet files that DuckDB looks for. */
  static boolean isPattern(Path file) {
    return !Files.exists(file) && isGlob(file) && file.toString().endsWith(".parquet");
  }

  private static boolean isGlob(Path file) {
    return file.toString().matches(".*[*?\\[].*");
  }

  private static Kind kind(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.matches(".*\\.(parquet|pq)") || startsWith(file, "PAR1")) {
      return Kind.PARQUET;
    }
    return name.matches(".*\\.(json|jsonl|ndjson)(\\.gz|\\.zst)?") ? Kind.JSON : Kind.CSV;
  }

  private static String scan(Path file, Kind kind) {
    return kind == Kind.PARQUET
        ? "read_parquet(" + pattern(file) + ")"
        : "read_json(" + pattern(file) + ", maximum_object_size = 67108864)";
  }

  private static boolean startsWith(Path file, String magic) {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] first = in.readNBytes(magic.length());
      return new String(first, StandardCharsets.ISO_8859_1).equals(magic);
    } catch (IOException e) {
      throw new InputException("cannot be read", file.toString(), "check path and rights", e);
    }
  }
}
