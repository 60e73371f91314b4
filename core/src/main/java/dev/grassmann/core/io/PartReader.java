package dev.grassmann.core.io;

import dev.grassmann.core.data.DocumentBlock;
import java.util.Optional;

/** One reading of one part of a corpus. */
interface PartReader extends AutoCloseable {
  Optional<DocumentBlock> next();

  /** Bytes read so far, as they lie on disk. */
  long position();

  /** Checksum of the whole part; asked once, after the last block. */
  long checksum();

  @Override
  void close();
}
