package dev.grassmann.tables.dsir;

/** Goes once through the weights of documents, in their order. */
interface WeightReader extends AutoCloseable {
  /** Length of a document that could not be read. */
  int BROKEN = -1;

  /** Length of a document that {@link Quality} leaves out. */
  int POOR = -2;

  /** Moves to the next document; false after the last. */
  boolean next();

  /** Number of the present document, from 0. */
  long document();

  /** Number of targets. */
  int targets();

  /** Its log weight for a target, in nats. */
  double logWeight(int target);

  /** Its length in tokens, or {@link #BROKEN} or {@link #POOR}. */
  int length();

  @Override
  void close();
}
