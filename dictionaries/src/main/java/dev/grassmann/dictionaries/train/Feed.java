package dev.grassmann.dictionaries.train;

import dev.grassmann.core.Option;

/** Options of how rows come to a training: in which order, and which not at all. */
public record Feed(
    @Option(
            help =
                "rows that are mixed at a time while each pass goes through the data from front to"
                    + " end, for data larger than memory; 0: all rows in random order",
            min = 0,
            max = 1 << 28,
            unit = "rows")
        int buffer,
    @Option(
            help = "leave out rows whose norm is above so many times the middle one; 0: none",
            min = 0)
        double dropNorms,
    @Option(help = "leave out rows with NaN or infinity, which are refused otherwise")
        boolean skipBadRows) {
  /** All rows, in random order. */
  public static final Feed ALL = new Feed(0, 0, false);
}
