package dev.grassmann.dictionaries.mpsae;

import dev.grassmann.core.Option;
import dev.grassmann.core.Options;
import dev.grassmann.core.result.Dictionary;
import dev.grassmann.dictionaries.train.Feed;
import dev.grassmann.dictionaries.train.Learning;
import dev.grassmann.engine.train.Schedule;
import java.util.Map;

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
    Learning learning,
    @Option(help = "norms of the atoms while they are learnt") AtomNorm atomNorm,
    @Option(help = "where atoms start") Start start,
    @Option(
            help = "share of the atoms that a step leaves out",
            min = 0,
            max = 1,
            maxExclusive = true)
        double dropout,
    @Option(help = "give dead atoms the direction of a residual") boolean reseed,
    @Option(help = "rows after which a silent atom is dead", min = 1, unit = "rows")
        long deadAfter) {
  /** The paper's language-model run, but for k, batch and steps, which suit two cores. */
  public static final MpSaeConfig DEFAULT =
      new MpSaeConfig(
          0,
          32,
          0,
          false,
          false,
          true,
          Options.with(
              Learning.DEFAULT,
              Map.of(
                  "learningRate",
                  1e-3,
                  "beta2",
                  0.95,
                  "weightDecay",
                  1e-4,
                  "warmup",
                  0,
                  "coolDown",
                  0.0)),
          AtomNorm.UNIT,
          Start.GAUSSIAN,
          0,
          false,
          10_000_000);

  /** The paper's synthetic runs. */
  static final MpSaeConfig SYNTHETIC =
      new MpSaeConfig(
          20,
          20,
          0.05,
          true,
          false,
          false,
          new Learning(
              15_000,
              200,
              3e-2,
              0.5,
              0.9375,
              0,
              1,
              100,
              Schedule.Course.CONSTANT,
              0.2,
              0.1,
              0,
              Dictionary.Kind.NONE,
              0,
              Feed.ALL),
          AtomNorm.FREE,
          Start.GAUSSIAN,
          0,
          false,
          10_000_000);

  StopRule rule() {
    return new StopRule(k, tau, rectify);
  }
}
