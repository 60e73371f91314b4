package dev.grassmann.spark.screening;

import java.io.Serializable;

/**
 * Some columns of some neighbouring rows.
 *
 * @param rows how many
 * @param cells for each column an array of {@code rows} numbers or texts, as {@link
 *     dev.grassmann.spark.RowBlock#cells} gives them
 */
record Slice(int rows, Object[] cells) implements Serializable {}
