package dev.grassmann.dictionaries.command;

import dev.grassmann.core.Option;
import java.util.List;

/** Options of {@code sae compare}. */
public record SaeCompareConfig(
    @Option(help = "folders of sae train runs, the first is what others are compared with")
        List<String> dictionaries,
    @Option(help = "most latents a row, any number up to F; 0: as each was trained", min = 0) int k,
    @Option(help = "sparsities of the error curves; empty: powers of two", min = 1)
        List<Integer> ks,
    @Option(help = "file or data set with the class of each row, for probing; empty: none")
        String labels,
    @Option(help = "latents a class that probes may use", min = 1) List<Integer> probe,
    @Option(help = "cosine from which a feature counts as found in the other", min = 0, max = 1)
        double same) {
  static final SaeCompareConfig DEFAULT =
      new SaeCompareConfig(List.of(), 0, List.of(), "", List.of(1, 2, 5), 0.9);

  public SaeCompareConfig {
    dictionaries = List.copyOf(dictionaries);
    ks = List.copyOf(ks);
    probe = List.copyOf(probe);
  }
}
