package dev.grassmann.spark;

import dev.grassmann.core.InputException;
import java.util.List;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Reads what a command is pointed at, and writes what it makes, by Spark's own means. */
final class Inputs {
  private static final List<String> FORMATS =
      List.of("parquet", "orc", "json", "jsonl", "csv", "tsv", "txt", "table");

  private Inputs() {}

  /**
   * @param format one of parquet, orc, json or jsonl (an object a line), csv, tsv (with a header
   *     line), txt (a line is a row of one column), table; empty for what the name ends in, parquet
   *     where that says nothing
   * @param text what the column of a txt file is called
   * @throws InputException where there is no such input, or another format was named
   */
  static Dataset<Row> read(SparkSession spark, String input, String format, String text) {
    String kind = format.isEmpty() ? ending(input) : format;
    try {
      return switch (kind) {
        case "parquet" -> spark.read().parquet(input);
        case "orc" -> spark.read().orc(input);
        case "json", "jsonl" -> spark.read().json(input);
        case "txt" -> spark.read().text(input).toDF(text);
        case "table" -> spark.table(input);
        case "csv", "tsv" ->
            spark
                .read()
                .option("header", true)
                .option("inferSchema", true)
                .option("sep", kind.equals("csv") ? "," : "\t")
                .csv(input);
        default ->
            throw new InputException(
                "unknown format '" + kind + "'",
                "--format",
                "formats are " + String.join(", ", FORMATS));
      };
    } catch (Exception e) { // AnalysisException is checked, but not declared
      if (e instanceof AnalysisException) {
        throw new InputException(
            "cannot be read as "
                + kind
                + " ("
                + e.getMessage().lines().findFirst().orElse("")
                + ")",
            input,
            "check the path, or give --format",
            e);
      }
      throw e;
    }
  }

  /**
   * Writes rows as Parquet.
   *
   * @throws InputException where there is something already
   */
  static void write(Dataset<Row> rows, String place) {
    try {
      rows.write().parquet(place);
    } catch (Exception e) {
      if (e instanceof AnalysisException) { // checked, but not declared
        throw new InputException("exists already", place, "give another place, or remove it", e);
      }
      throw Failures.refusal(e);
    }
  }

  private static String ending(String input) {
    for (String format : FORMATS) {
      if (input.replaceAll("(\\.gz|/)$", "").endsWith("." + format)) {
        return format;
      }
    }
    return "parquet";
  }
}
