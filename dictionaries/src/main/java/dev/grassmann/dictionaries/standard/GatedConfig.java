package dev.grassmann.dictionaries.standard;

import dev.grassmann.core.Option;
import dev.grassmann.dictionaries.train.Learning;

/** Options of Gated. */
public record GatedConfig(
    @Option(help = "latents to learn, F; 0: four times the dimension", min = 0, max = 1 << 20)
        int width,
    L1Options penalty,
    @Option(help = "hold the decoder fixed in the gate's own reconstruction") boolean freezeGate,
    Learning learning,
    Revival revival,
    Footing footing) {
  /** As in SAELens, with learning rate, batch and steps that suit two cores. */
  public static final GatedConfig DEFAULT =
      new GatedConfig(0, L1Options.DEFAULT, false, Learning.DEFAULT, Revival.DEFAULT, Footing.FREE);
}
