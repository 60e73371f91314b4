package dev.grassmann.dictionaries.standard;

import dev.grassmann.core.Option;
import dev.grassmann.dictionaries.train.Learning;

/** Options of TopK. */
public record TopKConfig(
    @Option(help = "latents to learn, F; 0: four times the dimension", min = 0, max = 1 << 20)
        int width,
    @Option(help = "latents a row", min = 1, max = 1 << 20) int k,
    Learning learning,
    AuxOptions aux,
    Revival revival,
    Footing footing,
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
          AuxOptions.DEFAULT,
          Revival.DEFAULT,
          Footing.UNIT,
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
        normWeighed,
        multi,
        0,
        0,
        Nesting.NONE,
        Allocation.ANYWHERE);
  }
}
