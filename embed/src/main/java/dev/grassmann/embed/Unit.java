package dev.grassmann.embed;

/** What becomes one vector. */
public enum Unit {
  /** Each line that is not blank, or each document of JSONL and Parquet. */
  LINE,
  /** Lines up to the next blank one. */
  PARAGRAPH,
  /** Each sentence of a line. */
  SENTENCE
}
