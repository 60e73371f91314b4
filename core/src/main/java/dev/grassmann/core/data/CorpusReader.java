package dev.grassmann.core.data;

import java.util.Optional;

/** One reading of a corpus from start to end; each byte is read once. Not safe for threads. */
public interface CorpusReader extends AutoCloseable {
  /**
   * The next block; empty at the end.
   *
   * @throws dev.grassmann.core.InputException where a file is broken
   */
  Optional<DocumentBlock> next();

  /** Bytes read so far, as they lie on disk: 0 to {@link Corpus#bytes()}. */
  long position();

  /**
   * Checksum of a part that was read to its end, by which a change of it is seen.
   *
   * @throws IllegalStateException where it was not read to its end
   */
  long checksum(int part);

  @Override
  void close();
}
