package dev.grassmann.tables.dsir;

/** What gives a document one number from the buckets of its n-grams. */
@FunctionalInterface
interface DocumentScore {
  /** Number of the document whose n-grams are the first {@code count} buckets, in nats. */
  double weight(int[] buckets, int count);
}
