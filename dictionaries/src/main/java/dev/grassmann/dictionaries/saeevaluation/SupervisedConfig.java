package dev.grassmann.dictionaries.saeevaluation;

import dev.grassmann.core.Option;
import java.util.List;

/** Options of {@code sae supervised}. */
public record SupervisedConfig(
    @Option(help = "table with one row for each vector, in the same order") String attributes,
    @Option(help = "columns that are attributes; empty: all, or IO, S and Pos where they are there")
        List<String> attrs,
    @Option(help = "how vectors are fitted") SupervisedDictionary.Codes codes) {
  static final SupervisedConfig DEFAULT =
      new SupervisedConfig("", List.of(), SupervisedDictionary.Codes.MSE);

  public SupervisedConfig {
    attrs = List.copyOf(attrs);
  }
}
