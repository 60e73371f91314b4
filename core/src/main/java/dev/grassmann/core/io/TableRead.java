package dev.grassmann.core.io;

import java.util.List;

/**
 * How much of a table file is read.
 *
 * @param sample rows drawn at random, 0 for all
 * @param seed of the draw
 * @param columns names of the columns wanted, empty for all
 */
public record TableRead(int sample, long seed, List<String> columns) {
  /** The whole file. */
  public static final TableRead ALL = new TableRead(0, 0, List.of());

  public TableRead {
    columns = List.copyOf(columns);
  }

  /** A sample of all columns. */
  public static TableRead sampled(int rows, long seed) {
    return new TableRead(rows, seed, List.of());
  }
}
