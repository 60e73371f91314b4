package dev.grassmann.dictionaries.standard;

import dev.grassmann.core.Option;

/** Options of JumpReLU's sparsity and thresholds. */
public record JumpReluOptions(
    @Option(help = "weight of the sparsity loss", min = 0) double sparsity,
    @Option(help = "steps over which that weight rises from 0", min = 0, unit = "steps")
        int sparsityWarmup,
    @Option(help = "sparsity loss: L0, its squared distance from a target, or a tanh of codes")
        SparsityLoss sparsityLoss,
    @Option(help = "latents a row that target aims at", min = 0, minExclusive = true)
        double targetL0,
    @Option(help = "steepness of tanh", min = 0, minExclusive = true) double tanhScale,
    @Option(help = "weight of the loss that pulls dead latents up, with tanh", min = 0)
        double preActWeight,
    @Option(help = "width in which thresholds see pre-activations", min = 0, minExclusive = true)
        double bandwidth,
    @Option(help = "thresholds at the start", min = 0, minExclusive = true) double startThreshold,
    @Option(help = "learn the logarithm of thresholds") boolean logThreshold) {
  /** What is made small besides the error. */
  public enum SparsityLoss {
    /** weight · L0. */
    STEP,
    /** weight · (L0 / target - 1)², as in dictionary_learning. */
    TARGET,
    /** weight · sum of tanh(scale · z ‖W_dec‖), as Anthropic has it. */
    TANH
  }

  /** As in SAELens, with a weight and a band that suit vectors scaled to norm sqrt(d). */
  public static final JumpReluOptions DEFAULT =
      new JumpReluOptions(0.3, 500, SparsityLoss.STEP, 32, 4, 3e-6, 0.05, 0.01, true);

  /** The weight in a step. */
  double at(long step) {
    return step < sparsityWarmup ? sparsity * (step + 1) / sparsityWarmup : sparsity;
  }
}
