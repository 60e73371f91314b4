package dev.grassmann.tables.dsir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Options;
import dev.grassmann.core.io.CorpusFiles;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChunkTest {
  @TempDir private Path folder;

  private List<String> chunks(List<String> lines, Map<String, ?> options, int threads)
      throws IOException {
    Path raw = Files.write(folder.resolve("raw.jsonl"), lines);
    DsirChunkConfig config = Options.with(DsirChunkConfig.DEFAULT, options);
    Run run = Run.builder().threads(threads).build();
    Chunks cut = new DsirChunk().run(CorpusFiles.open(raw), config, run);
    RunFolder out = RunFolder.at(folder.resolve("out" + threads));
    cut.save(out);
    List<String> written = Files.readAllLines(out.file("chunks.jsonl"));
    assertEquals(written.size(), cut.chunks());
    return written;
  }

  @Test
  void wordsEndAtBlanksOnlyAndTheLastChunkIsShorter() throws IOException {
    List<String> lines = List.of("{\"text\":\"a \\\"b\\\" é\\nc d e f\"}", "{\"text\":\"one\"}");
    assertEquals(
        List.of(
            "{\"document\":0,\"chunk\":0,\"text\":\"a \\\"b\\\"\"}",
            "{\"document\":0,\"chunk\":1,\"text\":\"é\\nc d\"}",
            "{\"document\":0,\"chunk\":2,\"text\":\"e f\"}",
            "{\"document\":1,\"chunk\":0,\"text\":\"one\"}"),
        chunks(lines, Map.of("words", 2), 2));
  }

  @Test
  void aBlankMoreThanAChunkMakesAnEmptyWord() throws IOException {
    // as the reference's split(' ') and join: a, '' | b
    assertEquals(
        List.of(
            "{\"document\":0,\"chunk\":0,\"text\":\"a \"}",
            "{\"document\":0,\"chunk\":1,\"text\":\"b\"}"),
        chunks(List.of("{\"text\":\"a  b\"}"), Map.of("words", 2), 1));
  }

  @Test
  void documentsKeepTheirNumbersWhateverTheThreads() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      String text = String.join(" ", Collections.nCopies(i % 300, "w" + i));
      lines.add(i % 7 == 2 ? "broken" : "{\"text\":\"" + text + "\"}");
    }
    List<String> one = chunks(lines, Map.of("skipBroken", true), 1);
    assertEquals(one, chunks(lines, Map.of("skipBroken", true), 4));
    String last = String.join(" ", Collections.nCopies(299 - 256, "w2999"));
    assertEquals(
        "{\"document\":2999,\"chunk\":2,\"text\":\"" + last + "\"}", one.get(one.size() - 1));
  }

  @Test
  void aLineThatCannotBeReadIsRefusedWithItsPlace() {
    InputException refusal =
        assertThrows(
            InputException.class,
            () -> chunks(List.of("{\"text\":\"a\"}", "{\"t\":1}"), Map.of(), 2));
    assertEquals(folder.resolve("raw.jsonl") + " line 2", refusal.where());
  }
}
