package dev.grassmann.tables.dsir;

import dev.grassmann.core.data.DocumentText;

/**
 * How documents are read.
 *
 * @param text where their text is
 * @param skipBroken whether a document that cannot be read is left out, and not refused
 * @param quality whether documents of poor quality are left out of what may be drawn
 */
record Reading(DocumentText text, boolean skipBroken, boolean quality) {
  Reading(DocumentText text, boolean skipBroken) {
    this(text, skipBroken, false);
  }

  /** The same with documents left out by {@link Quality}, or not. */
  Reading with(boolean filtered) {
    return new Reading(text, skipBroken, filtered);
  }
}
