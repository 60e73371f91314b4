package dev.grassmann.dictionaries.topk;

import dev.grassmann.core.Option;
import dev.grassmann.dictionaries.train.Learning;

/** Options of TopK. */
public record TopKConfig(
    @Option(help = "latents to learn, F; 0: four times the dimension", min = 0, max = 1 << 20)
        int width,
    @Option(help = "latents a row", min = 1, max = 1 << 20) int k,
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
    @Option(help = "let decoder norms weigh the choice") boolean normWeighed,
    @Option(help = "keep the largest of each of k groups of neighbours instead") boolean groups,
    @Option(help = "reconstruct from 4 k latents as well, at an eighth of the weight")
        boolean multi,
    @Option(help = "steps over which the sparsity falls from the dimension to k", min = 0)
        int annealSteps) {
  /** As in dictionary_learning, with batch and steps that suit two cores. */
  public static final TopKConfig DEFAULT =
      new TopKConfig(
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
          false,
          false,
          false,
          0);

  TopKOptions options(int d) {
    return new TopKOptions(
        groups ? Selection.GROUP : Selection.ROW,
        k,
        Math.max(k, d),
        annealSteps,
        aux,
        auxWeight,
        auxK == 0 ? Math.max(1, d / 2) : auxK,
        deadAfter,
        unitDecoder,
        startNorm,
        biasStart,
        normWeighed,
        multi,
        0,
        0);
  }
}
