package dev.grassmann.dictionaries.command;

import dev.grassmann.core.Option;
import java.util.List;

/** Options of {@code sae eval}. */
public record SaeEvalConfig(
    @Option(help = "folder of the sae train run whose dictionary is measured") String dictionary,
    @Option(help = "most latents a row, any number up to F; 0: as trained", min = 0) int k,
    @Option(help = "sparsities of the error curve; empty: powers of two", min = 1)
        List<Integer> ks) {
  static final SaeEvalConfig DEFAULT = new SaeEvalConfig("", 0, List.of());

  public SaeEvalConfig {
    ks = List.copyOf(ks);
  }
}
