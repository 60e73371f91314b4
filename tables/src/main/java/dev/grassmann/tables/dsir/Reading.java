package dev.grassmann.tables.dsir;

import dev.grassmann.core.data.DocumentText;

/**
 * How documents are read.
 *
 * @param text where their text is
 * @param skipBroken whether a document that cannot be read is left out, and not refused
 */
record Reading(DocumentText text, boolean skipBroken) {}
