/**
 * 01 OutRank on DataFrames: start at {@link dev.grassmann.spark.outrank.OutRankSelector} for a
 * Spark ML pipeline, at {@link dev.grassmann.spark.outrank.SparkOutRank} for the ranking alone. The
 * mathematics is that of {@code dev.grassmann.tables.outrank}.
 */
package dev.grassmann.spark.outrank;
