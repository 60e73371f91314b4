package dev.grassmann.dictionaries.command;

import dev.grassmann.core.Option;

/** Options of {@code sae encode}. */
public record SaeEncodeConfig(
    @Option(help = "folder of the sae train run whose dictionary is used") String dictionary,
    @Option(help = "most latents a row, any number up to F; 0: as trained", min = 0) int k) {
  static final SaeEncodeConfig DEFAULT = new SaeEncodeConfig("", 0);
}
