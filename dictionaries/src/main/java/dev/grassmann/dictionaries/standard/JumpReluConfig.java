package dev.grassmann.dictionaries.standard;

import dev.grassmann.core.Option;
import dev.grassmann.dictionaries.train.Learning;

/** Options of JumpReLU. */
public record JumpReluConfig(
    @Option(help = "latents to learn, F; 0: four times the dimension", min = 0, max = 1 << 20)
        int width,
    JumpReluOptions jump,
    Learning learning,
    Revival revival,
    Footing footing) {
  /** As in SAELens, with learning rate, batch and steps that suit two cores. */
  public static final JumpReluConfig DEFAULT =
      new JumpReluConfig(
          0, JumpReluOptions.DEFAULT, Learning.DEFAULT, Revival.DEFAULT, Footing.FREE);
}
