package dev.grassmann.dictionaries.command;

import dev.grassmann.core.Option;

/** Options of {@code sae show}. */
public record SaeShowConfig(
    @Option(help = "folder of the sae train run whose dictionary is shown") String dictionary,
    @Option(help = "features shown, those with most energy first", min = 1, max = 10_000)
        int features,
    @Option(help = "rows named for each feature", min = 0, max = 100) int rows,
    @Option(help = "vectors are grey images of that many pixels high; 0: they are not", min = 0)
        int height,
    @Option(help = "vectors are grey images of that many pixels wide; 0: they are not", min = 0)
        int width,
    @Option(help = "what rows say: a file of lines, table.csv:column, or a table; empty: nothing")
        String texts) {
  static final SaeShowConfig DEFAULT = new SaeShowConfig("", 100, 8, 0, 0, "");
}
