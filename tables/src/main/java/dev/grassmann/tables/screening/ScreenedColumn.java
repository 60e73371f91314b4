package dev.grassmann.tables.screening;

import java.io.Serializable;

/**
 * What screening says about one column, or one control.
 *
 * @param task number of the column, or of the control, as {@link ScreeningParts} counts them
 * @param score in the config's scale; 0 where the column has one value
 * @param line size of its correlation with the target, 0 to 1
 * @param rows where both the column and the target have a value
 * @param constant whether either has one value in those rows
 */
public record ScreenedColumn(int task, double score, double line, int rows, boolean constant)
    implements Serializable {}
