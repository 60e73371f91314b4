package dev.grassmann.dictionaries.standard;

import dev.grassmann.core.Option;
import dev.grassmann.dictionaries.train.Learning;

/** Options of ReLU. */
public record ReluConfig(
    @Option(help = "latents to learn, F; 0: four times the dimension", min = 0, max = 1 << 20)
        int width,
    L1Options penalty,
    Learning learning,
    Revival revival,
    Footing footing) {
  /** As in SAELens, with learning rate, batch and steps that suit two cores. */
  public static final ReluConfig DEFAULT =
      new ReluConfig(0, L1Options.DEFAULT, Learning.DEFAULT, Revival.DEFAULT, Footing.FREE);
}
