package dev.grassmann.core.io;

import dev.grassmann.core.Option;
import java.util.List;

/**
 * What of a table file is read, and how.
 *
 * @param everyNth rows 0, s, 2s, ... are kept; at least 1
 * @param sample rows drawn uniformly without replacement from those, in file order; 0 keeps all
 * @param seed seed of the drawing; the same seed draws the same rows on every machine
 * @param columns names in the order wanted; empty for all, in file order
 * @param maxCategories a column of texts with more distinct values is read as free text
 * @param header whether the first line of a CSV file names the columns
 * @param missing texts that mean a missing value in CSV files, besides the empty text
 */
public record TableRead(
    @Option(help = "keep every s-th row", min = 1, max = 1_000_000_000, unit = "rows") int everyNth,
    @Option(
            help = "rows drawn at random, 0 for all",
            min = 0,
            max = Integer.MAX_VALUE,
            unit = "rows")
        int sample,
    @Option(help = "seed of the drawn rows") long seed,
    @Option(help = "columns to read, none for all") List<String> columns,
    @Option(help = "texts of more distinct values stay free text", min = 1, max = 100_000_000)
        int maxCategories,
    @Option(help = "whether the first line of a CSV file names the columns") Header header,
    @Option(help = "texts that mean missing") List<String> missing) {

  /** Whether the first line of a CSV file names the columns. */
  public enum Header {
    /** Decided by the file's first lines. */
    AUTO,
    YES,
    NO
  }

  /** Everything, with the header found out. */
  public static final TableRead ALL =
      new TableRead(
          1,
          0,
          0,
          List.of(),
          1_000_000,
          Header.AUTO,
          List.of("NA", "N/A", "NaN", "nan", "NULL", "null", "\\N", "?"));

  /** A sample of all columns. */
  public static TableRead sampled(int rows, long seed) {
    return ALL.withSample(rows, seed);
  }

  public TableRead {
    columns = List.copyOf(columns);
    missing = List.copyOf(missing);
  }

  /** The same with every s-th row kept. */
  public TableRead withEveryNth(int rows) {
    return new TableRead(rows, sample, seed, columns, maxCategories, header, missing);
  }

  /** The same with rows drawn at random; 0 keeps all. */
  public TableRead withSample(int rows, long seed) {
    return new TableRead(everyNth, rows, seed, columns, maxCategories, header, missing);
  }

  /** The same with these columns only. */
  public TableRead withColumns(List<String> names) {
    return new TableRead(everyNth, sample, seed, names, maxCategories, header, missing);
  }

  /** The same with other texts that mean missing. */
  public TableRead withMissing(List<String> texts) {
    return new TableRead(everyNth, sample, seed, columns, maxCategories, header, texts);
  }

  /** The same with the header decided. */
  public TableRead withHeader(Header header) {
    return new TableRead(everyNth, sample, seed, columns, maxCategories, header, missing);
  }
}
