package dev.grassmann.core.io;

import dev.grassmann.core.InputException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The schema that a Parquet file itself holds. */
final class ParquetSchema {
  private ParquetSchema() {}

  /** DuckDB would rename the second of two columns silently. */
  static void refuseDuplicates(DuckDb duck, Path file) throws SQLException {
    List<String[]> elements =
        duck.texts(
            "SELECT name, CAST(coalesce(num_children, 0) AS VARCHAR), file_name"
                + " FROM parquet_schema("
                + DuckTables.pattern(file)
                + ")");
    Set<String> names = new HashSet<>();
    String current = null;
    long inside = 0; // elements still to come below a top-level column
    for (String[] element : elements) {
      if (!element[2].equals(current)) { // the root of a file's schema
        current = element[2];
        names.clear();
        continue;
      }
      if (inside == 0 && !names.add(element[0])) {
        throw new InputException(
            "two columns are called '" + element[0] + "'", current, "rename one of them");
      }
      inside = Math.max(0, inside - 1) + Long.parseLong(element[1]);
    }
  }
}
