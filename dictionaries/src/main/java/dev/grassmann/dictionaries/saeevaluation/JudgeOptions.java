package dev.grassmann.dictionaries.saeevaluation;

import dev.grassmann.core.Option;
import java.util.List;

/** How dictionaries are judged. */
public record JudgeOptions(
    @Option(help = "most changes of an edit", min = 1, max = 10_000) List<Integer> k,
    @Option(help = "what counts as one change") Moves moves,
    @Option(help = "F1 from which a latent is said to stand for a property", min = 0, max = 1)
        double f1,
    @Option(help = "the same for keeping or dropping all such latents", min = 0, max = 1)
        double causalF1,
    @Option(help = "most values of a union that a latent may stand for", min = 1, max = 1_000)
        int union,
    @Option(help = "rows edited for each attribute", min = 1, unit = "rows") int pairs,
    @Option(
            help = "share of an attribute's variance that its subspace must hold to be wiped",
            min = 0,
            max = 1,
            minExclusive = true)
        double subspaceShare) {
  /** As in the paper, with fewer pairs. */
  public static final JudgeOptions DEFAULT =
      new JudgeOptions(List.of(1, 2, 4, 6, 16), Moves.EXCHANGE, 0.8, 0.6, 10, 1_500, 1);

  public JudgeOptions {
    k = List.copyOf(k);
  }
}
