package dev.grassmann.core.data;

import java.util.List;

/**
 * A collection of text documents that is read as a stream and may be larger than memory. Documents
 * are numbered from 0 in the order of the parts and of their lines; the number is a document's
 * identity, whatever the blocks or threads it was read with.
 */
public interface Corpus {
  /** What it was read from, for people. */
  String name();

  /** Its parts in the order in which they are read. */
  List<Part> parts();

  /**
   * Begins a reading.
   *
   * @throws dev.grassmann.core.InputException where a part cannot be opened
   */
  CorpusReader open(DocumentText text);

  /** Size of all parts as they lie on disk. */
  default long bytes() {
    return parts().stream().mapToLong(Part::bytes).sum();
  }

  /**
   * One file, or one entry of a zip file.
   *
   * @param name path, with the entry behind {@code !/} where it lies in a zip file
   * @param bytes size on disk
   * @param rows whether places in it are rows and not lines
   */
  record Part(String name, long bytes, boolean rows) {}
}
