package dev.grassmann.cli.explore;

import dev.grassmann.core.Option;

/** What a user can set about a look at data. */
record ExploreConfig(
    @Option(help = "of a table: the column that the others should explain; empty for none")
        String target,
    @Option(
            help =
                "of vectors or images: a file with one class a row (.npy, text, or table.csv:column);"
                    + " empty to use what lies beside the data")
        String labels,
    @Option(help = "look at the data as this; auto decides by content") Kind as,
    @Option(
            help =
                "of a table: let rows and columns change places; the first row becomes the target")
        boolean transpose,
    @Option(help = "look at every row, however long it takes") boolean full,
    @Option(help = "rows looked at unless --full", min = 100, max = 10_000_000, unit = "rows")
        int rows,
    @Option(help = "subspace clusters; 0 to choose by the eigengap", min = 0, max = 1_000)
        int clusters,
    @Option(help = "features in the dictionary; 0 to choose by size", min = 0, max = 65_536)
        int features) {
  /** How the data is looked at. */
  enum Kind {
    /** By content. */
    AUTO,
    /** As named columns. */
    TABLE,
    /** As points in one space. */
    VECTORS,
    /** As points in one space, with pictures. */
    IMAGES
  }

  static final ExploreConfig STANDARD =
      new ExploreConfig("", "", Kind.AUTO, false, false, 50_000, 0, 0);
}
