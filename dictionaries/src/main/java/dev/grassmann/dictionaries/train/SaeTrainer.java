package dev.grassmann.dictionaries.train;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.Dictionary;
import dev.grassmann.core.run.CancelledException;
import dev.grassmann.core.run.Run;
import dev.grassmann.dictionaries.FiniteRows;
import dev.grassmann.dictionaries.InputScaler;
import dev.grassmann.dictionaries.Processor;
import dev.grassmann.dictionaries.SparseAutoencoder;
import dev.grassmann.dictionaries.measure.Evaluator;
import dev.grassmann.dictionaries.measure.SaeEvaluation;
import dev.grassmann.engine.LibTorch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Trains a sparse autoencoder of any architecture. */
public final class SaeTrainer {
  private static final int LOG_LINES = 200;

  /** Checkpoints of a training, beside one when it is stopped. */
  private static final int CHECKPOINTS = 20;

  private final TrainingPlan plan;
  private final Run run;

  public SaeTrainer(TrainingPlan plan, Run run) {
    this.plan = plan;
    this.run = run;
    if (plan.warmup() > 0 && plan.warmup() >= plan.steps()) {
      throw new InputException(
          String.format(Locale.ROOT, "%,d warm-up steps of %,d steps", plan.warmup(), plan.steps()),
          "--warmup",
          "give fewer, or more --steps");
    }
  }

  /** Makes the learner once the data are known. */
  @FunctionalInterface
  public interface Start {
    /**
     * A learner at its start.
     *
     * @param first the first batch, rows × d, scaled
     */
    SaeLearner learner(float[] first, int rows);
  }

  /**
   * Width that an option stands for, 0 being four times the dimension.
   *
   * @throws InputException where k is larger
   */
  public static int width(int option, int d, double k) {
    int width = option == 0 ? Math.multiplyExact(4, d) : option;
    if (k > width) {
      throw new InputException(
          String.format(Locale.ROOT, "k is %s with %,d features", number(k), width),
          "--k",
          "give a k from 1 to the number of features, or a larger --width");
    }
    return width;
  }

  private static String number(double k) {
    return k == Math.rint(k) ? String.format(Locale.ROOT, "%,d", (long) k) : Double.toString(k);
  }

  /** Trains on all rows but those kept for measuring, then measures. */
  public SaeTraining train(Vectors vectors, Start start) {
    LibTorch.start(run);
    Processor.warn(run);
    FiniteRows.checkAll(vectors); // before rows are set apart, while their numbers are the file's
    Split split = Split.of(vectors, plan.testShare(), run);
    Dictionary.Scaling scaling = InputScaler.fit(plan.scaling(), split.train());
    InputScaler scaler = new InputScaler(scaling, vectors.d());
    BatchOrder order =
        new BatchOrder(split.train().n(), plan.batch(), run.random("batches").nextLong());
    float[] first = read(scaler, split.train(), order, 0);
    SaeLearner learner = start.learner(first, order.batch());
    Optional<Checkpoint> checkpoint =
        run.folder().map(folder -> new Checkpoint(folder, identity(vectors, first, learner)));
    List<SaeTraining.Line> log = descend(learner, split.train(), scaler, order, checkpoint);
    Dictionary dictionary = learner.dictionary(scaling);
    SparseAutoencoder sae = SparseAutoencoder.of(dictionary, run);
    SaeEvaluation evaluation = new Evaluator(sae).evaluate(split.test(), run);
    return new SaeTraining(dictionary, log, evaluation, split.train().n(), plan.testShare() > 0);
  }

  private List<SaeTraining.Line> descend(
      SaeLearner learner,
      Vectors train,
      InputScaler scaler,
      BatchOrder order,
      Optional<Checkpoint> checkpoint) {
    Adam adam = new Adam(learner.parameters(), plan);
    List<SaeTraining.Line> log = new ArrayList<>();
    long every = Math.max(1, plan.steps() / LOG_LINES);
    long keep = Math.max(1, plan.steps() / CHECKPOINTS);
    long first = run.resume() ? checkpoint.map(c -> c.load(learner, adam, log)).orElse(0L) : 0;
    for (long step = first; step < plan.steps(); step++) {
      long now = step;
      if (step > first && step % keep == 0) {
        checkpoint.ifPresent(c -> c.save(now, learner, adam, log));
      }
      report(step, () -> checkpoint.ifPresent(c -> c.save(now, learner, adam, log)));
      SaeLearner.Outcome outcome =
          learner.descend(read(scaler, train, order, step), order.batch(), step);
      requireFinite(outcome, step);
      adam.step(step);
      learner.stepped(step);
      if (step % every == 0 || step + 1 == plan.steps()) {
        log.add(line(step, outcome, order.batch()));
      }
    }
    return log;
  }

  /** Progress, and the place where the user's wish to stop is met: with a checkpoint. */
  private void report(long step, Runnable save) {
    if (step % 16 != 0) {
      return;
    }
    try {
      run.step("training", step, plan.steps());
    } catch (CancelledException e) {
      save.run();
      throw e;
    }
  }

  /** What a checkpoint must agree with. */
  private String identity(Vectors vectors, float[] first, SaeLearner learner) {
    StringBuilder text = new StringBuilder();
    text.append("rows ").append(Arrays.hashCode(first)).append(" of ");
    text.append(vectors.n()).append(" x ").append(vectors.d()).append(", seed ");
    text.append(run.seed()).append(", ").append(plan).append(", ").append(learner.about());
    return text.toString();
  }

  private static SaeTraining.Line line(long step, SaeLearner.Outcome outcome, int rows) {
    return new SaeTraining.Line(
        step,
        outcome.loss(),
        outcome.squaredError() / rows,
        (double) outcome.active() / rows,
        outcome.dead());
  }

  private static float[] read(InputScaler scaler, Vectors train, BatchOrder order, long step) {
    return scaler.read(train.rows(order.rows(step)), 0, order.batch());
  }

  private void requireFinite(SaeLearner.Outcome outcome, long step) {
    if (!Double.isFinite(outcome.loss())) {
      throw new InputException(
          String.format(Locale.ROOT, "the loss is %s in step %,d", outcome.loss(), step),
          "--learning-rate",
          "give a smaller one than " + plan.learningRate());
    }
  }
}
