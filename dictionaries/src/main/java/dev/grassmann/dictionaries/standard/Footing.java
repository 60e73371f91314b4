package dev.grassmann.dictionaries.standard;

import dev.grassmann.core.Option;

/** Options of an encoder and decoder of their own: how they start, and what binds the decoder. */
public record Footing(
    @Option(help = "keep decoder rows at norm 1") boolean unitDecoder,
    @Option(help = "norm of the decoder's rows at the start", min = 0, minExclusive = true)
        double startNorm,
    @Option(help = "where the decoder's bias starts") BiasStart biasStart,
    @Option(help = "leave the decoder as it was drawn: what learnt features must beat")
        boolean freezeDecoder) {
  /** Unit rows and the geometric median, as in dictionary_learning and OpenAI's code. */
  public static final Footing UNIT = new Footing(true, 1, BiasStart.MEDIAN, false);

  /** Small rows whose norms are free, and no bias at first, as in SAELens. */
  public static final Footing FREE = new Footing(false, 0.1, BiasStart.ZERO, false);
}
