/**
 * 04 Screening by mutual information on DataFrames: start at {@link
 * dev.grassmann.spark.screening.MiScreener} for a Spark ML pipeline, at {@link
 * dev.grassmann.spark.screening.SparkScreening} for the ranking alone. Rows are turned into columns
 * ({@code Slicing}), and each column is scored whole by {@code dev.grassmann.tables.screening}.
 */
package dev.grassmann.spark.screening;
