package dev.grassmann.core.io;

import dev.grassmann.core.InputException;
import java.nio.file.Path;
import java.util.List;

/** How a text table is written and what its columns are called. */
record CsvFormat(CsvDialect dialect, CsvHeader header) {
  /**
   * @throws InputException where the sample is a whole table without rows
   */
  static CsvFormat of(Path file, CsvSample sample, TableRead read) {
    CsvDialect dialect = CsvDialect.of(sample.text());
    List<List<String>> rows = dialect.rows(sample.text());
    CsvHeader header = CsvHeader.of(rows, read);
    if (header.present() && sample.whole() && rows.size() == 1) {
      throw InputException.file(file, "has a header but no rows", "give at least one row");
    }
    return new CsvFormat(dialect, header);
  }

  /** What the columns are called, in the file's order. */
  List<String> names() {
    return header.names();
  }
}
