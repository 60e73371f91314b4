package dev.grassmann.dictionaries.polysae;

import dev.grassmann.core.Option;

/** Options of {@code sae interactions}. */
public record InteractionsConfig(
    @Option(help = "folder of the sae train run whose dictionary is read") String dictionary,
    @Option(help = "pairs shown, the strongest first", min = 1, max = 1 << 20) int top,
    @Option(help = "rows in which both latents must be active", min = 1, unit = "rows") int minCooc,
    @Option(help = "triples too, each with one of the pairs in it") boolean triples,
    @Option(help = "rows named for each pair", min = 0, max = 100) int rows) {
  static final InteractionsConfig DEFAULT = new InteractionsConfig("", 200, 5, false, 3);
}
