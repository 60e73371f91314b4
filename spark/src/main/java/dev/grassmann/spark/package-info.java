/**
 * The same methods when one machine is too small: as Spark ML estimators and as commands for
 * spark-submit ({@link dev.grassmann.spark.Main}). Nothing is computed by a second algorithm: a
 * partition's work is the single machine's kernel, called on the rows that lie there, and what is
 * put together is equal to what one machine gives.
 */
package dev.grassmann.spark;
