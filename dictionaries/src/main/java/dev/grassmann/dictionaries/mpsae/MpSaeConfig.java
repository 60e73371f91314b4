package dev.grassmann.dictionaries.mpsae;

import dev.grassmann.core.Option;
import dev.grassmann.core.result.Dictionary;

/** Options of MP-SAE. */
public record MpSaeConfig(
    @Option(help = "features to learn, F; 0: four times the dimension", min = 0, max = 1 << 20)
        int width,
    @Option(help = "picks a row; with --tau the most picks", min = 1, max = 1 << 20) int k,
    @Option(
            help = "a row is done when its residual's norm is below this; 0: exactly k picks",
            min = 0)
        double tau,
    @Option(help = "count coefficients below 0 as 0") boolean rectify,
    @Option(help = "solve for all coefficients anew after each pick (OMP-SAE)") boolean orthogonal,
    @Option(help = "learn a bias, subtracted before the pursuit") boolean bias,
    @Option(help = "optimiser steps", min = 1, max = 1 << 30) int steps,
    @Option(help = "rows a step; no more than there are", min = 1, max = 1 << 24, unit = "rows")
        int batch,
    @Option(help = "Adam's learning rate", min = 0, minExclusive = true) double learningRate,
    @Option(help = "Adam's decay of the mean gradient", min = 0, max = 1, maxExclusive = true)
        double beta1,
    @Option(help = "Adam's decay of the squared gradient", min = 0, max = 1, maxExclusive = true)
        double beta2,
    @Option(help = "weight decay, decoupled from the gradient", min = 0) double weightDecay,
    @Option(help = "largest norm of the whole gradient; 0: any", min = 0) double clip,
    @Option(help = "steps over which the learning rate rises", min = 0, unit = "steps") int warmup,
    @Option(help = "share of the steps over which the learning rate falls", min = 0, max = 1)
        double coolDown,
    @Option(help = "share of the learning rate that is left at the end", min = 0, max = 1)
        double coolDownTo,
    @Option(help = "norms of the atoms while they are learnt") AtomNorm atomNorm,
    @Option(help = "where atoms start") Start start,
    @Option(
            help = "share of the atoms that a step leaves out",
            min = 0,
            max = 1,
            maxExclusive = true)
        double dropout,
    @Option(help = "give dead atoms the direction of a residual") boolean reseed,
    @Option(help = "rows after which a silent atom is dead", min = 1, unit = "rows") long deadAfter,
    @Option(help = "scaling of the vectors before they are encoded") Dictionary.Kind normalize,
    @Option(
            help = "share of the rows kept for the report; 0: measure on the training rows",
            min = 0,
            max = 0.9)
        double testShare) {
  /** The paper's language-model run, but for k, batch and steps, which suit two cores. */
  public static final MpSaeConfig DEFAULT =
      new MpSaeConfig(
          0,
          32,
          0,
          false,
          false,
          true,
          3_000,
          4_096,
          1e-3,
          0.9,
          0.95,
          1e-4,
          1,
          0,
          0,
          1,
          AtomNorm.UNIT,
          Start.GAUSSIAN,
          0,
          false,
          10_000_000,
          Dictionary.Kind.SQRT_D,
          0.1);

  /** The paper's synthetic runs. */
  static final MpSaeConfig SYNTHETIC =
      new MpSaeConfig(
          20,
          20,
          0.05,
          true,
          false,
          false,
          15_000,
          200,
          3e-2,
          0.5,
          0.9375,
          0,
          1,
          100,
          0.2,
          0.1,
          AtomNorm.FREE,
          Start.GAUSSIAN,
          0,
          false,
          10_000_000,
          Dictionary.Kind.NONE,
          0);

  StopRule rule() {
    return new StopRule(k, tau, rectify);
  }
}
