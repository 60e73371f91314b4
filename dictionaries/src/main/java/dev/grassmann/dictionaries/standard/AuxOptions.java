package dev.grassmann.dictionaries.standard;

import dev.grassmann.core.Option;

/** Options of the loss that revives dead latents. */
public record AuxOptions(
    @Option(help = "loss that revives dead latents, in the form of a library") AuxK aux,
    @Option(help = "weight of that loss", min = 0) double auxWeight,
    @Option(help = "dead latents a row in that loss; 0: half the dimension", min = 0) int auxK) {
  /** As in dictionary_learning and OpenAI's code. */
  public static final AuxOptions DEFAULT = new AuxOptions(AuxK.DICTIONARY_LEARNING, 1.0 / 32, 0);

  int latents(int d) {
    return auxK == 0 ? Math.max(1, d / 2) : auxK;
  }
}
