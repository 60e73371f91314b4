package dev.grassmann.spark.outrank;

import dev.grassmann.tables.outrank.OutRankPart;
import java.io.Serializable;

/**
 * What comes of one batch on an executor.
 *
 * @param part what it says
 * @param prints prints of the distinct values of each column; empty where nobody counts
 */
record ScoredBatch(OutRankPart part, long[][] prints) implements Serializable {}
