package dev.grassmann.tables.dsir;

import dev.grassmann.core.Option;
import dev.grassmann.core.data.DocumentText;
import dev.grassmann.core.data.TextUnit;

/** Options of {@code sample chunk}. */
public record DsirChunkConfig(
    @Option(help = "words of a chunk; a document's last may have fewer", min = 1, unit = "words")
        int words,
    @Option(help = "field (JSONL) or column (Parquet) of the text; inner fields as a.b")
        String text,
    @Option(help = "what one document of a plain text file is") TextUnit unit,
    @Option(help = "leave out documents that cannot be read, and do not refuse them")
        boolean skipBroken) {
  /** The paper's 128 words. */
  static final DsirChunkConfig DEFAULT = new DsirChunkConfig(128, "text", TextUnit.LINE, false);

  DocumentText place() {
    return new DocumentText(text, unit);
  }
}
