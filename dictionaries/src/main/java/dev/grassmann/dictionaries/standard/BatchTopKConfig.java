package dev.grassmann.dictionaries.standard;

import dev.grassmann.core.Option;
import dev.grassmann.dictionaries.train.Learning;

/** Options of BatchTopK. */
public record BatchTopKConfig(
    @Option(help = "latents to learn, F; 0: four times the dimension", min = 0, max = 1 << 20)
        int width,
    @Option(
            help = "latents a row on average; may be a fraction",
            min = 0,
            minExclusive = true,
            max = 1 << 20)
        double k,
    Learning learning,
    AuxOptions aux,
    Revival revival,
    Footing footing,
    Averaging averaging,
    @Option(help = "sparsity of the first step, with anneal-steps; 0: the dimension", min = 0)
        double annealFrom,
    @Option(help = "steps over which the sparsity falls to k", min = 0) int annealSteps) {
  /** As in dictionary_learning, with batch and steps that suit two cores. */
  public static final BatchTopKConfig DEFAULT =
      new BatchTopKConfig(
          0,
          32,
          Learning.DEFAULT,
          AuxOptions.DEFAULT,
          Revival.DEFAULT,
          Footing.UNIT,
          Averaging.DEFAULT,
          0,
          0);

  TopKOptions options(int d) {
    return new TopKOptions(
        Selection.BATCH,
        k,
        annealFrom == 0 ? Math.max(k, d) : annealFrom,
        annealSteps,
        aux,
        false,
        false,
        averaging.thresholdDecay(),
        averaging.thresholdStart(),
        Nesting.NONE,
        Allocation.ANYWHERE);
  }
}
