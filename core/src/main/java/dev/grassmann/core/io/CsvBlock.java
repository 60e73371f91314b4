package dev.grassmann.core.io;

/**
 * A stretch of a text table, in columns.
 *
 * @param reader what read it, and knows what its codes mean
 * @param first where in the file its first row starts
 * @param next where the row after its last one starts
 * @param rows how many there are
 * @param values of each column an {@code int[]} (whole numbers or codes of texts), {@link
 *     BlockColumn.Reals}, or null where it is skipped
 */
record CsvBlock(BlockReader reader, long first, long next, int rows, Object[] values) {}
