package dev.grassmann.tables.dsir;

import dev.grassmann.core.Option;
import dev.grassmann.core.data.DocumentText;
import dev.grassmann.core.data.TextUnit;

/** Options of where the text of a document stands. */
public record TextOptions(
    @Option(help = "field (JSONL) or column (Parquet) of the text; inner fields as a.b")
        String text,
    @Option(help = "the same for the target; empty: as --text") String targetText,
    @Option(help = "what one document of a plain text file is") TextUnit unit) {
  /** Field {@code text}; a line of a plain text file is a document. */
  public static final TextOptions DEFAULT = new TextOptions("text", "", TextUnit.LINE);

  /** How the corpus is read. */
  Reading raw(boolean skipBroken) {
    return new Reading(new DocumentText(text, unit), skipBroken);
  }

  /** How the target is read. */
  Reading ofTarget(boolean skipBroken) {
    String field = targetText.isEmpty() ? text : targetText;
    return new Reading(new DocumentText(field, unit), skipBroken);
  }
}
