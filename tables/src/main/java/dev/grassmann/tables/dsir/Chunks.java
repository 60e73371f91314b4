package dev.grassmann.tables.dsir;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.core.Result;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.report.Report;
import dev.grassmann.core.run.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A corpus cut into chunks.
 *
 * @param corpus what was cut
 * @param file JSONL with a line a chunk: number of its document, its own in it, text
 * @param documents how many there were
 * @param chunks how many came of them
 * @param words of a chunk at most
 */
public record Chunks(String corpus, Path file, long documents, long chunks, int words)
    implements Result {
  static final String FILE = "chunks.jsonl";

  @Override
  public String headline() {
    return String.format(
        Locale.ROOT,
        "%,d documents cut to %,d chunks of at most %,d words",
        documents,
        chunks,
        words);
  }

  @Override
  public String text() {
    return String.format(
        Locale.ROOT, "%.1f chunks a document%n", (double) chunks / Math.max(1, documents));
  }

  @Override
  public JsonNode json() {
    return Json.object().put("documents", documents).put("chunks", chunks).put("words", words);
  }

  @Override
  public void save(RunFolder folder) {
    if (!file.toAbsolutePath().normalize().equals(folder.file(FILE).toAbsolutePath().normalize())) {
      folder.write(FILE, out -> Files.copy(file, out));
    }
    folder.writeJson("metrics.json", json());
  }

  @Override
  public void describe(Report report) {
    report.section("Chunks");
    report.text(
        String.format(
            Locale.ROOT,
            "%,d documents of %s were cut at every %,d blanks. A document's last chunk may be"
                + " shorter; numbers of documents count from 0.",
            documents,
            corpus,
            words));
  }
}
