package dev.grassmann.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.grassmann.core.InputException;
import dev.grassmann.core.io.AtomicFile;
import dev.grassmann.core.io.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code benchmarks.json} and the page made from it; rows of systems not run again stay. */
final class BenchmarkBook {
  private final Path json;
  private final Path page;

  /**
   * @param folder where the two files are, or will be
   */
  BenchmarkBook(Path folder) {
    this.json = folder.resolve("benchmarks.json");
    this.page = folder.resolve("benchmarks.md");
  }

  /** All rows on file, none where there is no file yet. */
  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    if (Files.exists(json)) {
      for (JsonNode node : Json.read(json).path("rows")) {
        rows.add(Row.read(node));
      }
    }
    return rows;
  }

  /** Puts new rows in the place of the same systems' old ones and writes both files. */
  void record(List<Row> fresh) {
    List<Row> rows = new ArrayList<>();
    for (Row old : rows()) {
      if (fresh.stream().noneMatch(row -> row.system().equals(old.system()))) {
        rows.add(old);
      }
    }
    rows.addAll(fresh);
    rows.sort(
        (a, b) -> Integer.compare(Comparisons.rank(a.system()), Comparisons.rank(b.system())));
    ArrayNode list = Json.array();
    rows.forEach(row -> list.add(row.json()));
    write(json, Json.pretty(Json.object().set("rows", list)) + "\n");
    write(page, BenchmarkPage.of(rows));
  }

  private static void write(Path file, String text) {
    try {
      AtomicFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new InputException(
          "cannot be written (" + e.getMessage() + ")", file.toString(), "give --docs a folder", e);
    }
  }
}
