package dev.grassmann.engine.train;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Images;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.CancelledException;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.Device;
import dev.grassmann.engine.LibTorch;
import dev.grassmann.engine.Scope;
import java.util.List;

/**
 * The loop that every training here goes through: batches, gradients, clipping, the step, averages,
 * the log, checkpoints.
 *
 * <p>With a run folder it keeps {@value Checkpoint#FILE} as the plan says, and when it is
 * cancelled; a run that resumes goes on from there and ends with the bytes of one that was never
 * cut short. At the end the checkpoint stays, so that a resumed run that was done already is done
 * at once.
 */
public final class Trainer {
  private final TrainingPlan plan;
  private final int buffer;
  private final Run run;

  public Trainer(TrainingPlan plan, Run run) {
    this(plan, 0, run);
  }

  /**
   * @param buffer rows that are mixed at a time while each pass goes through the data from front to
   *     end, for data that memory does not hold; 0 for all rows in random order
   */
  public Trainer(TrainingPlan plan, int buffer, Run run) {
    this.plan = plan;
    this.buffer = buffer;
    this.run = run;
  }

  /** Which rows each step of a training on these data sees. */
  public BatchOrder order(Vectors data) {
    return new BatchOrder(data.n(), plan.batch(), buffer, run.random("batches").nextLong());
  }

  /** Trains on images, each a row of its pixels. */
  public Training train(Learner learner, Images images) {
    return train(learner, images.pixels());
  }

  /**
   * Trains on rows, of which only a batch at a time is read.
   *
   * @throws InputException where a loss is not finite, naming the step; where the run resumes from
   *     a checkpoint of another training
   * @throws CancelledException where the user asked to stop; the checkpoint is kept then
   */
  public Training train(Learner learner, Vectors data) {
    LibTorch.start(run);
    Device device = Device.of(run);
    BatchOrder order = order(data);
    long total = plan.totalSteps(order);
    List<Parameter> parameters = learner.parameters();
    Descent descent = new Descent(plan, learner, total);
    Checkpoint checkpoint = new Checkpoint(plan, run, data, about(learner));
    long step = checkpoint.resume(descent);
    while (step < total && !descent.atRest() && !learner.done()) {
      report(step, total, checkpoint, descent);
      try (Scope scope = Scope.open()) {
        LibTorch.seed(run.seed() * 0x9E3779B97F4A7C15L + step);
        parameters.forEach(Parameter::clearGradient);
        Learner.Outcome outcome = learner.learn(new Batch(data, order.rows(step), device), step);
        requireFinite(outcome, step, total);
        descent.step(step, outcome, order.stepsPerPass());
      }
      step++;
      checkpoint.maybe(step, descent);
    }
    run.step("training", total, total);
    checkpoint.write(step, descent);
    return descent.training(step);
  }

  private String about(Learner learner) {
    return learner.about() + (buffer == 0 ? "" : "; buffer of " + buffer + " rows");
  }

  private void report(long step, long total, Checkpoint checkpoint, Descent descent) {
    try {
      run.step("training", step, total);
    } catch (CancelledException e) {
      checkpoint.write(step, descent);
      throw e;
    }
  }

  private void requireFinite(Learner.Outcome outcome, long step, long total) {
    if (!Double.isFinite(outcome.loss())) {
      throw new InputException(
          "the loss is " + outcome.loss(),
          "step " + step + " of " + total,
          "give a learning rate below " + plan.optimiser().rate() + ", or clip the gradient");
    }
  }
}
