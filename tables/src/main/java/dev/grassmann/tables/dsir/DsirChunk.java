package dev.grassmann.tables.dsir;

import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Corpus;
import dev.grassmann.core.data.CorpusPass;
import dev.grassmann.core.io.AtomicFile;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.RunFolder;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Cuts documents into chunks of equally many words, as the paper's run does before anything is
 * weighed: weights are sums over n-grams, comparable only between texts of one length.
 */
public final class DsirChunk implements Method<Corpus, DsirChunkConfig, Chunks> {
  @Override
  public MethodInfo info() {
    return new MethodInfo(
        6,
        "dsir",
        "sample chunk",
        "Chunks",
        DsirFit.PAPER,
        "documents cut to chunks of equally many words",
        true);
  }

  @Override
  public Class<Corpus> input() {
    return Corpus.class;
  }

  @Override
  public DsirChunkConfig defaults() {
    return DsirChunkConfig.DEFAULT;
  }

  @Override
  public Chunks run(Corpus corpus, DsirChunkConfig config, Run run) {
    Options.check(config);
    try {
      Path file = file(run);
      Writing writing = new Writing();
      AtomicFile.write(file, out -> writing.write(corpus, config, out, run));
      Broken.warn(writing.broken, corpus, run);
      return new Chunks(corpus.name(), file, writing.documents, writing.chunks, config.words());
    } catch (IOException e) {
      throw new UncheckedIOException("writing chunks of " + corpus.name(), e);
    }
  }

  private static Path file(Run run) throws IOException {
    if (run.folder().isPresent()) {
      return run.folder().map(RunFolder::path).get().resolve(Chunks.FILE);
    }
    Path folder = Files.createTempDirectory("grassmann-chunks");
    folder.toFile().deleteOnExit();
    Path file = folder.resolve(Chunks.FILE);
    file.toFile().deleteOnExit(); // registered last, deleted first
    return file;
  }

  /** Numbers the documents and writes their chunks, in the corpus's order. */
  private static final class Writing {
    private long documents;
    private long chunks;
    private long broken;

    void write(Corpus corpus, DsirChunkConfig config, OutputStream out, Run run) {
      CorpusPass.run(
          corpus,
          config.place(),
          "cutting",
          run,
          () -> new ChunkWork(config.words(), config.skipBroken()),
          (part, block) -> {
            take(block, out);
            return true;
          });
    }

    private void take(ChunkWork.Block block, OutputStream out) {
      try {
        for (ChunkWork.Chunk chunk : block.chunks()) {
          String head =
              "{\"document\":"
                  + (documents + chunk.document())
                  + ",\"chunk\":"
                  + chunk.number()
                  + ",\"text\":\"";
          out.write(head.getBytes(StandardCharsets.US_ASCII));
          out.write(chunk.quoted());
          out.write('"');
          out.write('}');
          out.write('\n');
        }
      } catch (IOException e) {
        throw new UncheckedIOException("writing " + Chunks.FILE, e);
      }
      documents += block.documents();
      chunks += block.chunks().size();
      broken += block.broken();
    }
  }
}
