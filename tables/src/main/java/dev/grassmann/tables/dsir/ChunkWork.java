package dev.grassmann.tables.dsir;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.grassmann.core.data.BrokenDocument;
import dev.grassmann.core.data.CorpusPass;
import dev.grassmann.core.data.DocumentBlock;
import dev.grassmann.core.data.Slice;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One thread's part in cutting: a block's documents, cut at every so many blanks. */
final class ChunkWork implements CorpusPass.Work<ChunkWork.Block> {
  private final int words;
  private final boolean skipBroken;

  /**
   * A chunk.
   *
   * @param document its document's place in the block, from 0
   * @param number its place in the document, from 0
   * @param quoted its text as it stands in JSON, UTF-8
   */
  record Chunk(int document, int number, byte[] quoted) {}

  /**
   * What came out of a block.
   *
   * @param documents how many there are, broken ones included
   * @param broken how many could not be read
   */
  record Block(List<Chunk> chunks, int documents, int broken) {}

  ChunkWork(int words, boolean skipBroken) {
    this.words = words;
    this.skipBroken = skipBroken;
  }

  @Override
  public Block read(DocumentBlock block) {
    List<Chunk> chunks = new ArrayList<>();
    int documents = 0;
    int broken = 0;
    while (block.next()) {
      try {
        cut(block.text(), documents, chunks);
      } catch (BrokenDocument e) {
        if (!skipBroken) {
          throw e;
        }
        broken++;
      }
      documents++;
    }
    return new Block(chunks, documents, broken);
  }

  /** A word ends at a blank, and only there: line breaks stay within chunks, as in the paper's. */
  private void cut(Slice text, int document, List<Chunk> chunks) {
    byte[] bytes = text.array();
    int start = text.from();
    int number = 0;
    int blanks = 0;
    for (int i = start; i < text.to(); i++) {
      if (bytes[i] == ' ' && ++blanks == words) {
        chunks.add(chunk(bytes, start, i, document, number++));
        start = i + 1;
        blanks = 0;
      }
    }
    chunks.add(chunk(bytes, start, text.to(), document, number));
  }

  private static Chunk chunk(byte[] bytes, int from, int to, int document, int number) {
    String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    return new Chunk(document, number, JsonStringEncoder.getInstance().quoteAsUTF8(text));
  }
}
