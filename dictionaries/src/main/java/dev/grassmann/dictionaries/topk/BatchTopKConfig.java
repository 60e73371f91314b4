package dev.grassmann.dictionaries.topk;

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
    @Option(help = "loss that revives dead latents, in the form of a library") AuxK aux,
    @Option(help = "weight of that loss", min = 0) double auxWeight,
    @Option(help = "dead latents a row in that loss; 0: half the dimension", min = 0) int auxK,
    @Option(help = "rows after which a silent latent is dead", min = 1, unit = "rows")
        long deadAfter,
    @Option(help = "keep decoder rows at norm 1") boolean unitDecoder,
    @Option(help = "norm of the decoder's rows at the start", min = 0, minExclusive = true)
        double startNorm,
    @Option(help = "where the decoder's bias starts") BiasStart biasStart,
    @Option(
            help = "share of the threshold's average that a step keeps",
            min = 0,
            max = 1,
            maxExclusive = true)
        double thresholdDecay,
    @Option(help = "first step that moves the threshold", min = 0, unit = "steps")
        int thresholdStart,
    @Option(help = "sparsity of the first step, with anneal-steps; 0: the dimension", min = 0)
        double annealFrom,
    @Option(help = "steps over which the sparsity falls to k", min = 0) int annealSteps) {
  /** As in dictionary_learning, with batch and steps that suit two cores. */
  public static final BatchTopKConfig DEFAULT =
      new BatchTopKConfig(
          0,
          32,
          Learning.DEFAULT,
          AuxK.DICTIONARY_LEARNING,
          1.0 / 32,
          0,
          10_000_000,
          true,
          1,
          BiasStart.MEDIAN,
          0.999,
          1_000,
          0,
          0);

  TopKOptions options(int d) {
    return new TopKOptions(
        Selection.BATCH,
        k,
        annealFrom == 0 ? Math.max(k, d) : annealFrom,
        annealSteps,
        aux,
        auxWeight,
        auxK == 0 ? Math.max(1, d / 2) : auxK,
        deadAfter,
        unitDecoder,
        startNorm,
        biasStart,
        false,
        false,
        thresholdDecay,
        thresholdStart);
  }
}
