package dev.grassmann.clusters.molrg;

import dev.grassmann.core.Option;

/** Every option of a denoiser's rank profile. */
public record JacobianConfig(
    HeunOptions sampler,
    @Option(help = "trajectories; ranks are their means", min = 1, max = 10_000) int trajectories,
    @Option(help = "memory for one Jacobian and its decomposition", min = 0, unit = "GB")
        double memory,
    ModelOptions options) {
  /** One trajectory of the authors' sampler. */
  public static final JacobianConfig DEFAULTS =
      new JacobianConfig(HeunOptions.DEFAULTS, 1, 4, ModelOptions.DEFAULTS);
}
