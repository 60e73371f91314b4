package dev.grassmann.core.result;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.core.InputException;
import dev.grassmann.core.io.AtomicFile;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.run.RunFolder;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Sparse codes as files: Parquet for programs, CSV for eyes, JSON for what neither can say. */
final class CodeFiles {
  static final String CODES = "codes.parquet";
  private static final String CSV = "codes.csv";
  private static final String ABOUT = "codes.json";

  /** Above that many values the CSV is left out: no spreadsheet opens it, and it is the largest. */
  private static final int CSV_ENTRIES = 1_000_000;

  private CodeFiles() {}

  static void save(SparseCodes codes, RunFolder folder) {
    try {
      AtomicFile.writePath(folder.file(CODES), temporary -> parquet(codes, temporary));
    } catch (IOException e) {
      throw new UncheckedIOException("writing " + folder.file(CODES), e);
    }
    if (codes.entries() <= CSV_ENTRIES) {
      folder.write(CSV, out -> csv(codes, out));
    }
    folder.writeJson(ABOUT, codes.json());
  }

  static SparseCodes load(Path folder) {
    Path file = folder.resolve(CODES);
    if (!Files.isRegularFile(file)) {
      throw InputException.file(file, "does not exist", "give the folder of a sae encode run");
    }
    JsonNode about = Json.read(folder.resolve(ABOUT));
    int rows = about.path("rows").asInt(-1);
    int features = about.path("features").asInt(-1);
    if (rows < 0 || features < 1) {
      throw InputException.file(
          folder.resolve(ABOUT), "lacks rows and features", "encode the data again");
    }
    String query =
        "SELECT \"row\", latent, \"value\" FROM read_parquet('"
            + quoted(file)
            + "') ORDER BY \"row\", latent";
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet entries = statement.executeQuery(query)) {
      return read(entries, rows, features, file);
    } catch (SQLException e) {
      throw new InputException(
          "is not codes that can be read", file.toString(), "encode the data again", e);
    }
  }

  private static SparseCodes read(ResultSet entries, int rows, int features, Path file)
      throws SQLException {
    SparseCodes.Builder codes = SparseCodes.builder(features);
    int row = 0;
    while (entries.next()) {
      int next = entries.getInt(1);
      int latent = entries.getInt(2);
      if (next < row || next >= rows || latent < 0 || latent >= features) {
        throw InputException.file(
            file,
            "has latent " + latent + " in row " + next,
            rows + " rows and " + features + " latents were promised: encode the data again");
      }
      for (; row < next; row++) {
        codes.endRow();
      }
      codes.add(latent, entries.getFloat(3));
    }
    for (; row < rows; row++) {
      codes.endRow();
    }
    return codes.build();
  }

  private static void parquet(SparseCodes codes, Path target) throws IOException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE codes (\"row\" INTEGER, latent INTEGER, \"value\" FLOAT)");
      try (DuckDBAppender appender =
          connection
              .unwrap(DuckDBConnection.class)
              .createAppender(DuckDBConnection.DEFAULT_SCHEMA, "codes")) {
        for (int row = 0; row < codes.n(); row++) {
          for (int e = codes.start(row); e < codes.start(row + 1); e++) {
            appender.beginRow();
            appender.append(row);
            appender.append(codes.latent(e));
            appender.append(codes.value(e));
            appender.endRow();
          }
        }
      }
      statement.execute("COPY codes TO '" + quoted(target) + "' (FORMAT parquet)");
    } catch (SQLException e) {
      throw new IOException("DuckDB: " + e.getMessage(), e);
    }
  }

  private static void csv(SparseCodes codes, OutputStream out) throws IOException {
    out.write("row,latent,value\n".getBytes(StandardCharsets.US_ASCII));
    for (int row = 0; row < codes.n(); row++) {
      for (int e = codes.start(row); e < codes.start(row + 1); e++) {
        String line = row + "," + codes.latent(e) + "," + codes.value(e) + "\n";
        out.write(line.getBytes(StandardCharsets.US_ASCII));
      }
    }
  }

  private static String quoted(Path path) {
    return path.toString().replace("'", "''");
  }
}
