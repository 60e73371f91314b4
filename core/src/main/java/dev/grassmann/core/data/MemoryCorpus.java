package dev.grassmann.core.data;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/** Documents that are in memory already: one part, each text one document. */
public final class MemoryCorpus implements Corpus {
  private static final int BLOCK = 64;

  private final String name;
  private final List<String> texts;

  private MemoryCorpus(String name, List<String> texts) {
    this.name = name;
    this.texts = texts;
  }

  /**
   * A corpus of these texts.
   *
   * @param name what refusals and results call it
   */
  public static MemoryCorpus of(String name, List<String> texts) {
    return new MemoryCorpus(name, List.copyOf(texts));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<Part> parts() {
    long chars = texts.stream().mapToLong(String::length).sum();
    return List.of(new Part(name, chars, true));
  }

  @Override
  public CorpusReader open(DocumentText text) {
    return new Reader();
  }

  private final class Reader implements CorpusReader {
    private final CRC32C checksum = new CRC32C();
    private int next;
    private long position;

    @Override
    public Optional<DocumentBlock> next() {
      if (next == texts.size()) {
        return Optional.empty();
      }
      int end = Math.min(texts.size(), next + BLOCK);
      byte[][] bytes = new byte[end - next][];
      for (int i = next; i < end; i++) {
        bytes[i - next] = texts.get(i).getBytes(StandardCharsets.UTF_8);
        checksum.update(bytes[i - next]);
        position += texts.get(i).length();
      }
      next = end;
      return Optional.of(new Block(bytes));
    }

    @Override
    public long position() {
      return position;
    }

    @Override
    public long checksum(int part) {
      if (next < texts.size()) {
        throw new IllegalStateException("not read to the end");
      }
      return checksum.getValue();
    }

    @Override
    public void close() {}
  }

  private static final class Block implements DocumentBlock {
    private final byte[][] documents;
    private final Slice slice = new Slice();
    private int at = -1;

    Block(byte[][] documents) {
      this.documents = documents;
    }

    @Override
    public int part() {
      return 0;
    }

    @Override
    public boolean next() {
      return ++at < documents.length;
    }

    @Override
    public Slice raw() {
      return slice.set(documents[at], 0, documents[at].length);
    }

    @Override
    public Slice text() {
      return raw();
    }

    @Override
    public long lines() {
      return Math.min(at + 1, documents.length);
    }
  }
}
