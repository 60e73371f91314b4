package dev.grassmann.dictionaries.saeevaluation;

import dev.grassmann.core.Option;
import java.util.List;

/** Options of {@code sae judge}. */
public record JudgeConfig(
    @Option(
            help =
                "folders of the sae train runs to judge, with commas between; those of several"
                    + " sites are joined by +")
        List<String> dictionaries,
    @Option(help = "table with one row for each vector, in the same order") String attributes,
    @Option(help = "columns that are attributes; empty: all, or IO, S and Pos where they are there")
        List<String> attrs,
    @Option(help = "folder of a sae supervised run; several sites joined by +; empty: fit here")
        String supervised,
    @Option(help = "how codes are fitted where they are fitted here")
        SupervisedDictionary.Codes codes,
    @Option(help = "folder of the sae testbed run whose model the vectors come from") String model,
    @Option(help = "where in the model they come from, e.g. resid_mid.1; several are one section")
        List<String> sites,
    @Option(help = "without a model: attribute that a classifier reads off; empty: the first")
        String target,
    JudgeOptions options) {
  static final JudgeConfig DEFAULT =
      new JudgeConfig(
          List.of(),
          "",
          List.of(),
          "",
          SupervisedDictionary.Codes.MSE,
          "",
          List.of(),
          "",
          JudgeOptions.DEFAULT);

  public JudgeConfig {
    dictionaries = List.copyOf(dictionaries);
    attrs = List.copyOf(attrs);
    sites = List.copyOf(sites);
  }
}
