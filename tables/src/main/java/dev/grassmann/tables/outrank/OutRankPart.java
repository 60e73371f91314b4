package dev.grassmann.tables.outrank;

import java.io.Serializable;

/**
 * What one batch says: small, and fit to be sent. Arrays are shared, not to be written to.
 *
 * @param batch its number
 * @param rows its rows
 * @param scores one an item of the plan, NaN where this batch does not score it
 * @param missing rows without a value, of each column of {@link OutRankParts#columns}
 * @param targets a print of each value of the target
 * @param targetRows how many rows have it
 * @param neighbours rows whose target is that of the row before
 * @param target the first row's target, as text
 */
public record OutRankPart(
    int batch,
    int rows,
    double[] scores,
    long[] missing,
    long[] targets,
    int[] targetRows,
    int neighbours,
    String target)
    implements Serializable {}
