package dev.grassmann.dictionaries.saeevaluation;

import dev.grassmann.core.Option;
import java.util.List;

/** Options of {@code sae occlusion}. */
public record OcclusionConfig(
    @Option(help = "table with one row for each vector, in the same order") String attributes,
    @Option(help = "columns that are attributes; empty: all, or IO, S and Pos where they are there")
        List<String> attrs,
    @Option(help = "attribute that is shrunk; empty: the one that alone explains most")
        String shrink,
    @Option(help = "shares of it that are taken away", min = 0, max = 1) List<Double> shares,
    @Option(help = "how the attributes' vectors are fitted") SupervisedDictionary.Codes codes,
    @Option(help = "F1 from which a value counts as found by a latent", min = 0, max = 1) double f1,
    TopKBudget budget) {
  static final OcclusionConfig DEFAULT =
      new OcclusionConfig(
          "",
          List.of(),
          "",
          List.of(0.0, 0.25, 0.5, 0.75, 1.0),
          SupervisedDictionary.Codes.MSE,
          0.8,
          TopKBudget.TOY);

  public OcclusionConfig {
    attrs = List.copyOf(attrs);
    shares = List.copyOf(shares);
  }
}
