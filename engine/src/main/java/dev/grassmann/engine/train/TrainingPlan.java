package dev.grassmann.engine.train;

import dev.grassmann.core.InputException;
import java.util.Optional;

/**
 * How to train: how long, on how many rows at once, and how the parameters move. Made by {@link
 * #ofSteps} or {@link #ofEpochs}, changed by the methods that begin with {@code with}.
 *
 * @param steps steps in all, 0 where epochs say it
 * @param epochs passes over the data, 0 where steps say it
 * @param batch rows a step; the data's number of rows where there are fewer
 * @param optimiser the formula and its numbers
 * @param schedule of the learning rate
 * @param clip bound of the whole gradient's norm, 0 for none
 * @param earlyStop where to stop before the end
 * @param averaging share that a running average of the parameters keeps of itself a step, in [0,
 *     1), e.g. 0.999; 0 for no average
 * @param checkpointSteps steps from one checkpoint to the next, 0 for none by steps
 * @param checkpointSeconds seconds from one checkpoint to the next, 0 for none by time
 */
public record TrainingPlan(
    long steps,
    int epochs,
    int batch,
    OptimiserPlan optimiser,
    Schedule schedule,
    double clip,
    Optional<EarlyStop> earlyStop,
    double averaging,
    long checkpointSteps,
    double checkpointSeconds) {

  public TrainingPlan {
    boolean length = (steps > 0 && epochs == 0) || (steps == 0 && epochs > 0);
    boolean rest =
        clip >= 0
            && averaging >= 0
            && averaging < 1
            && checkpointSteps >= 0
            && checkpointSeconds >= 0;
    if (!length || !rest || batch < 1) {
      throw new IllegalArgumentException(
          steps
              + " steps, "
              + epochs
              + " epochs, batch "
              + batch
              + ", clip "
              + clip
              + ", averaging "
              + averaging);
    }
  }

  /** Adam at 1e-3, constant, a checkpoint a minute. */
  public static TrainingPlan ofSteps(long steps, int batch) {
    return plain(steps, 0, batch);
  }

  /** Adam at 1e-3, constant, a checkpoint a minute. */
  public static TrainingPlan ofEpochs(int epochs, int batch) {
    return plain(0, epochs, batch);
  }

  private static TrainingPlan plain(long steps, int epochs, int batch) {
    return new TrainingPlan(
        steps,
        epochs,
        batch,
        OptimiserPlan.adam(1e-3),
        Schedule.constant(),
        0,
        Optional.empty(),
        0,
        0,
        60);
  }

  public TrainingPlan with(OptimiserPlan value) {
    return new TrainingPlan(
        steps,
        epochs,
        batch,
        value,
        schedule,
        clip,
        earlyStop,
        averaging,
        checkpointSteps,
        checkpointSeconds);
  }

  public TrainingPlan with(Schedule value) {
    return new TrainingPlan(
        steps,
        epochs,
        batch,
        optimiser,
        value,
        clip,
        earlyStop,
        averaging,
        checkpointSteps,
        checkpointSeconds);
  }

  public TrainingPlan with(EarlyStop value) {
    return new TrainingPlan(
        steps,
        epochs,
        batch,
        optimiser,
        schedule,
        clip,
        Optional.of(value),
        averaging,
        checkpointSteps,
        checkpointSeconds);
  }

  public TrainingPlan withClip(double value) {
    return new TrainingPlan(
        steps,
        epochs,
        batch,
        optimiser,
        schedule,
        value,
        earlyStop,
        averaging,
        checkpointSteps,
        checkpointSeconds);
  }

  public TrainingPlan withAveraging(double value) {
    return new TrainingPlan(
        steps,
        epochs,
        batch,
        optimiser,
        schedule,
        clip,
        earlyStop,
        value,
        checkpointSteps,
        checkpointSeconds);
  }

  public TrainingPlan withCheckpoints(long everySteps, double everySeconds) {
    return new TrainingPlan(
        steps,
        epochs,
        batch,
        optimiser,
        schedule,
        clip,
        earlyStop,
        averaging,
        everySteps,
        everySeconds);
  }

  /**
   * Steps in all, for data of n rows.
   *
   * @throws InputException where the warm-up is as long as the training
   */
  long totalSteps(BatchOrder order) {
    long total = steps > 0 ? steps : Math.multiplyExact((long) epochs, order.stepsPerPass());
    if (schedule.warmup() > 0 && schedule.warmup() >= total) {
      throw new InputException(
          schedule.warmup() + " warm-up steps of " + total + " steps",
          "",
          "give fewer, or train longer");
    }
    return total;
  }
}
