package dev.grassmann.cli.rankers;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.io.AtomicFile;
import dev.grassmann.core.io.CsvText;
import dev.grassmann.core.io.TableFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code rankers.csv}: what is known, whichever data sets were compared last. */
record StandingsFile(Path file) {
  private static final List<String> HEADER =
      List.of(
          "data", "rows", "measure", "ranker", "kept", "quality", "kuncheva", "seconds", "reason");

  /** All lines, none where there is no file yet. */
  List<Standing> read() {
    List<Standing> standings = new ArrayList<>();
    if (Files.exists(file)) {
      Table table = TableFiles.read(file);
      List<Column> columns = HEADER.stream().map(table::column).toList();
      for (int row = 0; row < table.rows(); row++) {
        int r = row;
        standings.add(Standing.of(columns.stream().map(column -> column.text(r)).toList()));
      }
    }
    return standings;
  }

  /** Puts the standings of a data set in the place of its old ones. */
  List<Standing> merge(String data, List<Standing> fresh) {
    List<Standing> merged = new ArrayList<>();
    for (Question question : Question.all()) {
      String name = question.data();
      merged.addAll(
          name.equals(data)
              ? fresh
              : read().stream().filter(standing -> standing.data().equals(name)).toList());
    }
    StringBuilder csv = new StringBuilder(CsvText.line(HEADER));
    merged.forEach(standing -> csv.append(CsvText.line(standing.cells())));
    try {
      AtomicFile.write(file, out -> out.write(csv.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new InputException(
          "cannot be written (" + e.getMessage() + ")", file.toString(), "give --docs a folder", e);
    }
    return merged;
  }
}
