package dev.grassmann.tables.dsir;

/** A set of document numbers below a bound: one bit each. */
final class DocumentSet {
  private final long[] words;
  private long size;

  DocumentSet(long bound) {
    this.words = new long[Math.toIntExact((bound + 63) >>> 6)]; // up to 2^37 documents
  }

  void add(long document) {
    long bit = 1L << document;
    int word = (int) (document >>> 6);
    size += (words[word] & bit) == 0 ? 1 : 0;
    words[word] |= bit;
  }

  boolean has(long document) {
    int word = (int) (document >>> 6);
    return word < words.length && (words[word] & 1L << document) != 0;
  }

  long size() {
    return size;
  }
}
