package dev.grassmann.dictionaries.train;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Option;
import dev.grassmann.core.result.Dictionary;
import dev.grassmann.engine.train.OptimiserPlan;
import dev.grassmann.engine.train.Schedule;
import dev.grassmann.engine.train.TrainingPlan;
import java.util.Locale;

/** Options that every architecture's training has. */
public record Learning(
    @Option(help = "optimiser steps", min = 1, max = 1 << 30) int steps,
    @Option(help = "rows a step; no more than there are", min = 1, max = 1 << 24, unit = "rows")
        int batch,
    @Option(help = "Adam's learning rate; 0: 2e-4 / sqrt(F / 16,384)", min = 0) double learningRate,
    @Option(help = "Adam's decay of the mean gradient", min = 0, max = 1, maxExclusive = true)
        double beta1,
    @Option(help = "Adam's decay of the squared gradient", min = 0, max = 1, maxExclusive = true)
        double beta2,
    @Option(help = "weight decay, decoupled from the gradient", min = 0) double weightDecay,
    @Option(help = "largest norm of the whole gradient; 0: any", min = 0) double clip,
    @Option(help = "steps over which the learning rate rises", min = 0, unit = "steps") int warmup,
    @Option(help = "course of the learning rate after that") Schedule.Course course,
    @Option(help = "share of the steps over which the learning rate falls", min = 0, max = 1)
        double coolDown,
    @Option(help = "share of the learning rate that is left at the end", min = 0, max = 1)
        double coolDownTo,
    @Option(
            help = "keep a running average of the parameters, of which a step keeps this share",
            min = 0,
            max = 1,
            maxExclusive = true)
        double average,
    @Option(help = "scaling of the vectors before they are encoded") Dictionary.Kind normalize,
    @Option(
            help = "share of the rows kept for the report; 0: measure on the training rows",
            min = 0,
            max = 0.9)
        double testShare,
    Feed feed) {
  /** As in dictionary_learning, with batch and steps that suit two cores. */
  public static final Learning DEFAULT =
      new Learning(
          3_000,
          4_096,
          0,
          0.9,
          0.999,
          0,
          1,
          1_000,
          Schedule.Course.CONSTANT,
          0.2,
          0,
          0,
          Dictionary.Kind.SQRT_D,
          0.1,
          Feed.ALL);

  private static final double RATE_AT_FULL_WIDTH = 2e-4;
  private static final double FULL_WIDTH = 1 << 14;

  /**
   * The same for the engine.
   *
   * @param features number of latents, F, on which the learning rate may depend (Gao et al. 2024)
   * @throws InputException where the warm-up is as long as the training
   */
  TrainingPlan plan(int features) {
    if (warmup > 0 && warmup >= steps) {
      throw new InputException(
          String.format(Locale.ROOT, "%,d warm-up steps of %,d steps", warmup, steps),
          "--warmup",
          "give fewer, or more --steps");
    }
    double rate =
        learningRate > 0 ? learningRate : RATE_AT_FULL_WIDTH / Math.sqrt(features / FULL_WIDTH);
    return TrainingPlan.ofSteps(steps, batch)
        .with(OptimiserPlan.adamW(rate, weightDecay).withBetas(beta1, beta2))
        .with(new Schedule(course, warmup, Math.round(coolDown * steps), coolDownTo))
        .withClip(clip)
        .withAveraging(average);
  }
}
