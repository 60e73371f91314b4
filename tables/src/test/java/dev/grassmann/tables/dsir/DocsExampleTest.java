package dev.grassmann.tables.dsir;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.grassmann.core.data.Corpus;
import dev.grassmann.core.io.CorpusFiles;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines that docs/systems/dsir.md shows, run. */
final class DocsExampleTest {
  @TempDir private Path folder;

  @Test
  void documentsAreChosenAndWritten() throws IOException {
    String line = "what is wanted and what is not ".repeat(15);
    Files.write(folder.resolve("raw.txt"), Collections.nCopies(12_000, line));
    Files.writeString(folder.resolve("target.jsonl"), "{\"text\": \"" + line + "\"}\n");
    Corpus raw = CorpusFiles.open(folder.resolve("raw.txt"));
    Corpus target = CorpusFiles.open(folder.resolve("target.jsonl"));
    DsirConfig options = DsirConfig.DEFAULT.with(Map.of("smoothing", 1.0));
    Sample sample = new Dsir(options).sample(raw, List.of(target), 10_000, Run.seeded(0));
    sample.drawn().save(RunFolder.at(folder.resolve("chosen")));
    assertEquals(10_000, Files.readAllLines(folder.resolve("chosen/selected.txt")).size());
  }
}
