package dev.grassmann.embed;

import dev.grassmann.core.Option;

/** Options of {@code embed}. */
public record EmbedConfig(
    @Option(help = "what becomes one vector") Unit unit,
    @Option(help = "field of JSONL or column of Parquet that holds the text") String field,
    @Option(help = "texts of fewer words are left out", min = 1, max = 1_000) int minWords,
    @Option(help = "stop after so many texts; 0: all", min = 0, unit = "texts") int most) {
  static final EmbedConfig DEFAULT = new EmbedConfig(Unit.LINE, "text", 3, 0);
}
