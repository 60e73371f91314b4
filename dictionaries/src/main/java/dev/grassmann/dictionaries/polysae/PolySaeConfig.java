package dev.grassmann.dictionaries.polysae;

import dev.grassmann.core.Option;
import dev.grassmann.dictionaries.standard.AuxK;
import dev.grassmann.dictionaries.standard.AuxOptions;
import dev.grassmann.dictionaries.standard.Averaging;
import dev.grassmann.dictionaries.standard.BiasStart;
import dev.grassmann.dictionaries.standard.JumpReluOptions;
import dev.grassmann.dictionaries.train.Learning;
import java.util.List;

/** Options of PolySAE. */
public record PolySaeConfig(
    @Option(help = "latents to learn, F; 0: four times the dimension", min = 0, max = 1 << 20)
        int width,
    @Option(help = "encoder that makes the codes") Base base,
    @Option(
            help = "latents a row; on average for batchtopk and matryoshka",
            min = 0,
            minExclusive = true,
            max = 1 << 20)
        double k,
    @Option(help = "rising widths of matryoshka's prefixes, the last F; empty: halves", min = 1)
        List<Integer> widths,
    @Option(help = "highest power of the codes", min = 1, max = 3) int order,
    @Option(
            help =
                "rank of each power, not rising; empty: the dimension, then a twelfth of it each",
            min = 1)
        List<Integer> ranks,
    @Option(help = "weight of the squares at the start") double lambda2,
    @Option(help = "weight of the cubes at the start") double lambda3,
    @Option(help = "how the projection's columns are kept orthonormal") Retraction retract,
    @Option(help = "where the training starts") Init init,
    @Option(help = "folder of the linear dictionary that --init linear starts from") String from,
    @Option(help = "leave the powers out of what dead latents reconstruct") boolean auxLinear,
    @Option(help = "norm of the encoder's rows at the start", min = 0, minExclusive = true)
        double startNorm,
    @Option(help = "where the decoder's bias starts") BiasStart biasStart,
    @Option(help = "rows after which a silent latent is dead", min = 1, unit = "rows")
        long deadAfter,
    AuxOptions aux,
    Averaging averaging,
    JumpReluOptions jump,
    Learning learning) {
  /** The paper's, but for learning rate, batch, steps and width, which suit two cores. */
  public static final PolySaeConfig DEFAULT =
      new PolySaeConfig(
          0,
          Base.TOPK,
          32,
          List.of(),
          3,
          List.of(),
          -0.5,
          0.5,
          Retraction.CHOLESKY,
          Init.RANDOM,
          "",
          false,
          0.1,
          BiasStart.ZERO,
          4_096_000,
          new AuxOptions(AuxK.SAE_LENS, 1, 0),
          new Averaging(0.99, 0),
          JumpReluOptions.DEFAULT,
          Learning.DEFAULT);

  public PolySaeConfig {
    widths = List.copyOf(widths);
    ranks = List.copyOf(ranks);
  }
}
