package dev.grassmann.dictionaries.standard;

import dev.grassmann.core.Option;
import dev.grassmann.dictionaries.train.Learning;
import java.util.List;

/** Options of Matryoshka BatchTopK. */
public record MatryoshkaConfig(
    @Option(help = "latents to learn, F; 0: four times the dimension", min = 0, max = 1 << 20)
        int width,
    @Option(
            help = "latents a row on average; may be a fraction",
            min = 0,
            minExclusive = true,
            max = 1 << 20)
        double k,
    @Option(
            help =
                "rising widths of the prefixes, the last F; empty: groups of 1/32, 1/16, 1/8, 1/4"
                    + " and the rest",
            min = 1)
        List<Integer> widths,
    @Option(help = "mean of the prefixes' errors instead of their sum") boolean mean,
    @Option(help = "let the bias alone be a prefix too") boolean biasAlone,
    Averaging averaging,
    Learning learning,
    AuxOptions aux,
    Revival revival,
    Footing footing) {
  /** As in dictionary_learning, with batch and steps that suit two cores. */
  public static final MatryoshkaConfig DEFAULT =
      new MatryoshkaConfig(
          0,
          32,
          List.of(),
          true,
          false,
          Averaging.DEFAULT,
          Learning.DEFAULT,
          AuxOptions.DEFAULT,
          Revival.DEFAULT,
          Footing.UNIT);

  public MatryoshkaConfig {
    widths = List.copyOf(widths);
  }

  TopKOptions options(int features) {
    List<Integer> nested = Nesting.widths(widths, features);
    int terms = nested.size() + (biasAlone ? 1 : 0);
    return new TopKOptions(
        Selection.BATCH,
        k,
        k,
        0,
        aux,
        false,
        false,
        averaging.thresholdDecay(),
        averaging.thresholdStart(),
        new Nesting(nested, mean ? 1.0 / terms : 1, biasAlone),
        Allocation.ANYWHERE);
  }
}
