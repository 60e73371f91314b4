package dev.grassmann.tables.dsir;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.grassmann.core.data.Corpus;
import dev.grassmann.core.data.MemoryCorpus;
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
    Corpus raw = MemoryCorpus.of("raw", Collections.nCopies(12_000, line));
    Corpus target = MemoryCorpus.of("target", List.of(line));
    DsirConfig options = DsirConfig.DEFAULT.with(Map.of("smoothing", 1.0));
    Sample sample = new Dsir(options).sample(raw, List.of(target), 10_000, Run.seeded(0));
    sample.drawn().save(RunFolder.at(folder.resolve("chosen")));
    assertEquals(10_000, Files.readAllLines(folder.resolve("chosen/selected.txt")).size());
  }
}
