package dev.grassmann.core.data;

/**
 * Where the text of a document is.
 *
 * @param field of JSONL the field, of Parquet the column; inner fields of JSONL as {@code a.b}
 * @param unit of plain text, what makes one document
 */
public record DocumentText(String field, TextUnit unit) {
  /** Field {@code text}; of plain text each line. */
  public static final DocumentText DEFAULT = new DocumentText("text", TextUnit.LINE);
}
