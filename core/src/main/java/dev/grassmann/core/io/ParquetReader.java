package dev.grassmann.core.io;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.BrokenDocument;
import dev.grassmann.core.data.DocumentBlock;
import dev.grassmann.core.data.Slice;
import dev.grassmann.core.run.Fingerprint;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;

/** The texts in one column of a Parquet file, by DuckDB, in the order of its rows. */
final class ParquetReader implements PartReader {
  private static final String MEND = "fetch or write the file again";

  private final CorpusFile file;
  private final int part;
  private final DuckDb duck;
  private final DuckDb.Result result;
  private final long rows;
  private long read;

  ParquetReader(CorpusFile file, int part, String column) {
    this.file = file;
    this.part = part;
    this.duck = new DuckDb();
    try {
      String from = "read_parquet(" + DuckTables.pattern(file.path()) + ", file_row_number = true)";
      requireText(column, from);
      rows = duck.count(from);
      String name = DuckDb.identifier(column);
      result = duck.open("SELECT file_row_number, " + name + " FROM " + from);
    } catch (SQLException e) {
      duck.close();
      throw DuckDb.refusal(file.path(), e, MEND);
    } catch (InputException e) {
      duck.close();
      throw e;
    }
  }

  private void requireText(String column, String from) throws SQLException {
    List<String[]> columns =
        duck.texts("SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM " + from + ")");
    for (String[] about : columns) {
      if (about[0].equals(column)) {
        if (about[1].equals("VARCHAR")) {
          return;
        }
        throw InputException.file(
            file.path(),
            "column '" + column + "' is not text but " + about[1],
            "name the column that holds the text with --text");
      }
    }
    List<String> names =
        columns.stream().map(c -> c[0]).filter(c -> !c.equals("file_row_number")).toList();
    throw InputException.file(
        file.path(),
        "has no column '" + column + "'",
        "name the column that holds the text with --text: there are " + String.join(", ", names));
  }

  @Override
  public Optional<DocumentBlock> next() {
    try {
      DuckDBDataChunkReader chunk = result.next();
      if (chunk == null) {
        return Optional.empty();
      }
      DuckDBReadableVector number = chunk.vector(0);
      DuckDBReadableVector text = chunk.vector(1);
      byte[][] documents = new byte[(int) chunk.rowCount()][];
      for (int i = 0; i < documents.length; i++) {
        if (number.getLong(i) != read++) {
          throw new IllegalStateException("rows of " + file.path() + " came out of order");
        }
        documents[i] = text.isNull(i) ? null : text.getString(i).getBytes(StandardCharsets.UTF_8);
      }
      return Optional.of(new Rows(part, documents));
    } catch (SQLException e) {
      throw DuckDb.refusal(file.path(), e, MEND);
    }
  }

  @Override
  public long position() {
    return rows == 0 ? file.bytes() : (long) ((double) file.bytes() * read / rows);
  }

  /** Of blocks spread over the file: its bytes are DuckDB's to read. */
  @Override
  public long checksum() {
    return Long.parseUnsignedLong(Fingerprint.of(file.path()).hash().substring(0, 16), 16);
  }

  @Override
  public void close() {
    try {
      result.close();
    } catch (SQLException e) {
      throw new IllegalStateException("DuckDB does not close", e);
    } finally {
      duck.close();
    }
  }

  private static final class Rows implements DocumentBlock {
    private final int part;
    private final byte[][] documents;
    private final Slice slice = new Slice();
    private int at = -1;

    Rows(int part, byte[][] documents) {
      this.part = part;
      this.documents = documents;
    }

    @Override
    public int part() {
      return part;
    }

    @Override
    public boolean next() {
      return ++at < documents.length;
    }

    @Override
    public Slice raw() {
      return text();
    }

    @Override
    public Slice text() {
      if (documents[at] == null) {
        throw new BrokenDocument("its text is missing", "leave such rows out or fill them");
      }
      return slice.set(documents[at], 0, documents[at].length);
    }

    @Override
    public long lines() {
      return Math.min(at + 1, documents.length);
    }
  }
}
