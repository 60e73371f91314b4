/**
 * Dictionaries in the files of other programs: SAELens and sparsify. Start at {@link
 * dev.grassmann.dictionaries.format.Format}.
 */
package dev.grassmann.dictionaries.format;
