package dev.grassmann.core.data;

/**
 * Some consecutive documents of one part of a corpus, with the bytes that they consist of: the unit
 * in which a corpus is handed to threads. A cursor; it belongs to one thread at a time.
 */
public interface DocumentBlock {
  /** Index of the part that it is from. */
  int part();

  /** Moves to the next document; false after the last. */
  boolean next();

  /**
   * The document as it lies in its file, without the end of its line; of formats that are no text
   * (Parquet), its text only. Valid until the next call on this block.
   */
  Slice raw();

  /**
   * The document's text: valid UTF-8. Valid until the next call on this block.
   *
   * @throws BrokenDocument where it has none or cannot be read
   */
  Slice text();

  /**
   * Lines (of Parquet rows) that begin in this block up to the present document, itself included.
   */
  long lines();
}
