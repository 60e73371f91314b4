/**
 * 06 DSIR on DataFrames: start at {@link dev.grassmann.spark.dsir.DsirSampler}. Texts become
 * buckets, counts and weights by {@code dev.grassmann.tables.dsir}; the noise of a draw belongs to
 * a document's number, so that the same seed draws the same documents however they are partitioned.
 * All n-grams of raw text are counted, as one machine does with the budget {@code all}.
 */
package dev.grassmann.spark.dsir;
