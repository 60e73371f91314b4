package dev.grassmann.core.data;

/** What is one document in a plain text file. */
public enum TextUnit {
  /** Each line that is not blank. */
  LINE,
  /** Lines up to the next blank line. */
  PARAGRAPH,
  /** The whole file. */
  FILE
}
